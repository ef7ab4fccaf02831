package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Projects;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Session;
import dev.s2ioc.kubeconfig.Context;
import dev.s2ioc.kubeconfig.Credentials;
import dev.s2ioc.kubeconfig.KubeconfigEdit;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Logs in to a server and remembers it, the user and the project in the kubeconfig. */
@Command(
        name = "login",
        description = "Log in to a server.",
        footer = {
            "",
            "Examples:",
            "  # Log in with a user name; the password is asked for",
            "  s2ioc login https://api.example.com:6443 -u developer",
            "",
            "  # Log in with a token, as the web console shows it",
            "  s2ioc login --server=https://api.example.com:6443 --token=sha256~abc",
            "",
            "  # Log in with a web browser",
            "  s2ioc login https://api.example.com:6443 --web",
            "",
            "  # Log in to a server whose certificate your own authority has signed",
            "  s2ioc login api.example.com:6443 --certificate-authority=ca.crt -u developer"
        })
public final class LoginCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "URL", description = "The address of the server.")
    List<String> urls = List.of();

    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "The user name; asked for on a terminal if it is needed.")
    String username;

    @Option(
            names = {"-p", "--password"},
            paramLabel = "PASSWORD",
            description =
                    "The password; asked for on a terminal if it is needed. Others on this machine may see it here.")
    String password;

    @Mixin
    WebFlags web = new WebFlags();

    private final CommandContext context;
    private final PrintStream out;

    public LoginCommand(CommandContext context) {
        this.context = context;
        this.out = context.streams().out();
    }

    @Override
    public void run() throws IOException, InterruptedException {
        checkFlags();
        if (Boolean.TRUE.equals(context.flags().insecureSkipTlsVerify)) {
            context.streams()
                    .err()
                    .println("WARNING: Using insecure TLS client config. Setting this option is not supported!");
        }
        boolean first = !context.kubeconfig().exists();
        Optional<String> url = urls.stream().findFirst().or(() -> Optional.ofNullable(context.flags().server));
        LoginServer server = LoginServer.find(context, url);
        LoginSource source =
                new LoginSource(context, server, Optional.ofNullable(username), Optional.ofNullable(password));
        LoginUser who = web.wanted ? source.userFromBrowser(web) : source.user();
        try (Session session = context.openSession(server.config().withCredentials(Credentials.ofToken(who.token())))) {
            Optional<String> project = new LoginProject(new Projects(session), out).choose(preferredProject());
            remember(server, who, project);
            if (first) {
                out.println("Welcome! See 's2ioc help' to get started.");
            }
            messageOfTheDay(session);
        }
    }

    private void checkFlags() {
        if (urls.size() > 1) {
            throw new CommandFailure("Only the server URL may be specified as an argument");
        }
        if (!urls.isEmpty() && context.flags().server != null) {
            throw new CommandFailure("--server and passing the server URL as an argument are mutually exclusive");
        }
        if (context.flags().token != null && username != null) {
            throw new CommandFailure("--token and --username are mutually exclusive");
        }
        if (web.wanted && (username != null || password != null || context.flags().token != null)) {
            throw new CommandFailure("--web cannot be used along with --username, --password or --token");
        }
        if (web.callbackPort != null && !web.wanted) {
            throw new CommandFailure("--callback-port can only be specified along with --web");
        }
        if (context.flags().as != null) {
            throw new CommandFailure("login does not take --as: log in as yourself");
        }
        GlobalFlags flags = context.flags();
        refuse("--cluster", flags.cluster, "name the server by its URL");
        refuse("--user", flags.user().orElse(null), "log in with --username or --token");
        refuse("--client-certificate", flags.clientCertificate, "a certificate needs no login: use it as it is");
        refuse("--client-key", flags.clientKey, "a certificate needs no login: use it as it is");
    }

    private static void refuse(String flag, String value, String advice) {
        if (value != null) {
            throw new CommandFailure("login does not take " + flag + ": " + advice);
        }
    }

    private Optional<String> preferredProject() {
        return Optional.ofNullable(context.flags().namespace)
                .or(() -> context.kubeconfig()
                        .currentContext()
                        .flatMap(context.kubeconfig()::context)
                        .flatMap(Context::namespace));
    }

    private void remember(LoginServer server, LoginUser who, Optional<String> project) {
        String user = who.name() + "/" + server.cluster();
        String name = Context.nickname(project.orElse(""), server.cluster(), user);
        Context entry = context.kubeconfig().known(new Context(name, server.cluster(), user, project));
        KubeconfigEdit edit = context.kubeconfig().edit();
        server.change().ifPresent(change -> edit.cluster(server.cluster(), change));
        edit.user(user, who.token()).context(entry).currentContext(entry.name()).save();
    }

    private void messageOfTheDay(Session session) {
        try {
            String message = session.json(Request.get("/api/v1/namespaces/openshift/configmaps/motd"))
                    .path("data")
                    .path("message")
                    .asText("");
            if (!message.isEmpty()) {
                out.println(message);
            }
        } catch (ApiException e) {
            session.talk().note(6, "no message of the day: " + e.getMessage());
        }
    }
}
