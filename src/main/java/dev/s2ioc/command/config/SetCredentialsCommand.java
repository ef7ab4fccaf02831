package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.kubeconfig.KubeconfigEdit;
import dev.s2ioc.kubeconfig.Overrides;
import dev.s2ioc.kubeconfig.UserProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a user to the kubeconfig, or changes one. */
@Command(
        name = "set-credentials",
        description =
                "Add a user to the kubeconfig, or change one: with --token, --client-certificate and --client-key, a name and password, or a program.",
        footer = {
            "",
            "Examples:",
            "  # A user with a token",
            "  s2ioc config set-credentials me --token=sha256~...",
            "",
            "  # A user whose credentials a program tells",
            "  s2ioc config set-credentials me --exec-command=my-login --exec-api-version=client.authentication.k8s.io/v1"
        })
public final class SetCredentialsCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    String name;

    @Option(names = "--username", paramLabel = "NAME", description = "Name for basic authentication.")
    String username;

    @Option(names = "--password", paramLabel = "PASSWORD", description = "Password for basic authentication.")
    String password;

    @Option(
            names = "--embed-certs",
            description = "Keep what the files of --client-certificate and --client-key hold, not their paths.")
    boolean embed;

    @Option(names = "--exec-command", paramLabel = "PROGRAM", description = "The program that tells the credentials.")
    String program;

    @Option(
            names = "--exec-api-version",
            paramLabel = "VERSION",
            description = "The version of ExecCredential that it speaks, as in client.authentication.k8s.io/v1.")
    String execVersion;

    @Option(
            names = "--exec-arg",
            paramLabel = "ARGUMENT",
            split = ",",
            description = "An argument of the program; may be repeated.")
    List<String> execArguments = List.of();

    @Option(
            names = "--exec-env",
            paramLabel = "NAME=VALUE",
            description = "A variable of the program's environment; may be repeated.")
    Map<String, String> execEnvironment = Map.of();

    @Option(
            names = "--exec-interactive-mode",
            paramLabel = "Never|IfAvailable|Always",
            description = "Whether the program gets this terminal. Default: IfAvailable")
    String execInteractiveMode;

    @Option(
            names = "--exec-provide-cluster-info",
            description = "Tell the program of the cluster that it is asked for.")
    boolean execProvideClusterInfo;

    private final CommandContext context;

    SetCredentialsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        Overrides flags = context.overrides();
        if (flags.token().isPresent() && username != null) {
            throw new CommandFailure(
                    "you cannot specify more than one authentication method at the same time: --token, --username");
        }
        Map<String, Optional<String>> fields = new LinkedHashMap<>();
        flags.token().ifPresent(token -> {
            fields.put("token", Optional.of(token));
            fields.put("tokenFile", Optional.empty());
            fields.put("username", Optional.empty());
            fields.put("password", Optional.empty());
        });
        Optional.ofNullable(username).ifPresent(text -> {
            fields.put("username", Optional.of(text));
            fields.put("token", Optional.empty());
        });
        Optional.ofNullable(password).ifPresent(text -> fields.put("password", Optional.of(text)));
        CertificateFields certificates = new CertificateFields(embed);
        flags.clientCertificate().ifPresent(file -> fields.putAll(certificates.of("client-certificate", file)));
        flags.clientKey().ifPresent(file -> fields.putAll(certificates.of("client-key", file)));
        KubeconfigEdit edit = context.kubeconfig().edit().userFields(name, fields);
        program().ifPresent(found -> edit.userProgram(name, found));
        edit.save();
        context.streams().out().println("User \"" + name + "\" set.");
    }

    private Optional<UserProgram> program() {
        if (program == null) {
            if (execVersion != null
                    || !execArguments.isEmpty()
                    || !execEnvironment.isEmpty()
                    || execInteractiveMode != null
                    || execProvideClusterInfo) {
                throw new CommandFailure("--exec-command is missing");
            }
            return Optional.empty();
        }
        if (execVersion == null) {
            throw new CommandFailure("--exec-api-version is missing: client.authentication.k8s.io/v1 or v1beta1");
        }
        String mode = Optional.ofNullable(execInteractiveMode).orElse("IfAvailable");
        if (!mode.matches("Never|IfAvailable|Always")) {
            throw new CommandFailure("invalid interactive mode type: must be one of Never, IfAvailable, Always");
        }
        return Optional.of(
                new UserProgram(program, execVersion, execArguments, execEnvironment, mode, execProvideClusterInfo));
    }
}
