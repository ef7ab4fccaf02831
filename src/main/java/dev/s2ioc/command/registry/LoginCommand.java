package dev.s2ioc.command.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Request;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.RegistryAccessFlags;
import dev.s2ioc.imageregistry.Login;
import dev.s2ioc.imageregistry.Logins;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryException;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Saves the session's token where container tools look for logins. */
@Command(
        name = "login",
        description = "Log in to the cluster's image registry.",
        footer = {
            "",
            "Examples:",
            "  # Let podman, skopeo and docker push to the cluster's registry",
            "  s2ioc registry login",
            "",
            "  # Save the login in a file of its own",
            "  s2ioc registry login --to=auth.json",
            "",
            "  # Another registry, as somebody",
            "  s2ioc registry login --registry=quay.example.com --auth-basic=me:secret"
        })
public final class LoginCommand implements Action {

    @Option(names = "--auth-basic", paramLabel = "USER:PASSWORD", description = "Save this login, not the session's.")
    String authBasic = "";

    @Option(names = "--registry", paramLabel = "HOST", description = "The registry. Default: the cluster's.")
    String registry = "";

    @Option(names = "--skip-check", description = "Save the login without trying it.")
    boolean skipCheck;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "The file to save it in, as -a; - prints the file instead.")
    String to;

    @Option(
            names = {"-z", "--service-account"},
            paramLabel = "NAME",
            description = "Log in as a service account of the project, with a new token.")
    String serviceAccount = "";

    @Mixin
    RegistryAccessFlags access = new RegistryAccessFlags();

    private final CommandContext context;

    LoginCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (!authBasic.isEmpty() && !serviceAccount.isEmpty()) {
            throw new CommandFailure("--auth-basic and --service-account may not be specified together");
        }
        Login login = login();
        String host = registry.isEmpty() ? clusterRegistry() : registry;
        if (!skipCheck) {
            check(host, login);
        }
        if ("-".equals(to)) {
            context.streams().out().print(Logins.alone(host, login));
            return;
        }
        Path file = to == null
                ? access.toWrite(context.surroundings())
                : context.surroundings().resolve(to);
        Logins.save(file, host, login);
        context.streams().out().println("Saved credentials for " + host + " into " + (to == null ? file : to));
    }

    private Login login() {
        if (!authBasic.isEmpty()) {
            int colon = authBasic.indexOf(':');
            if (colon < 1 || colon == authBasic.length() - 1) {
                throw new CommandFailure("--auth-basic must be in the form user:password");
            }
            return new Login(authBasic.substring(0, colon), authBasic.substring(colon + 1));
        }
        if (!serviceAccount.isEmpty()) {
            return new Login("serviceaccount", accountToken());
        }
        return new Login(
                "user",
                context.clientConfig()
                        .credentials()
                        .bearerToken()
                        .orElseThrow(() -> new CommandFailure("you are not logged in with a token, which a registry"
                                + " needs\nLog in with 's2ioc login', or pass --auth-basic=user:password.")));
    }

    private String accountToken() {
        JsonNode request = Json.object()
                .put("apiVersion", "authentication.k8s.io/v1")
                .put("kind", "TokenRequest")
                .set("spec", Json.object());
        String path = KnownTypes.SERVICE_ACCOUNT.path(context.session().namespace(), serviceAccount) + "/token";
        String token = context.session()
                .json(Request.post(path, request))
                .path("status")
                .path("token")
                .asText("");
        if (token.isEmpty()) {
            throw new CommandFailure("the server gave no token for the service account " + serviceAccount);
        }
        return token;
    }

    private String clusterRegistry() {
        String host = RegistryAddress.find(context.session())
                .flatMap(RegistryAddress::published)
                .orElseThrow(() -> new CommandFailure("The public hostname of the integrated registry could not be"
                        + " determined. Please specify one with --registry."));
        context.streams().err().println("info: Using registry public hostname " + host);
        return host;
    }

    private void check(String host, Login login) throws IOException, InterruptedException {
        try (Registries registries = access.open(context)) {
            registries.check(host, login);
        } catch (RegistryException e) {
            throw new CommandFailure(
                    "unable to check your credentials - pass --skip-check to bypass this error: " + e.getMessage(), e);
        }
    }
}
