package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a secret with the credentials for an image registry. */
@Command(
        name = "docker-registry",
        description = "Create a secret with the credentials for an image registry.",
        footer = {
            "",
            "Examples:",
            "  # Credentials for a registry",
            "  s2ioc create secret docker-registry quay --docker-server=quay.io \\",
            "      --docker-username=me --docker-password=secret",
            "",
            "  # The credentials that a tool has saved",
            "  s2ioc create secret docker-registry quay --from-file=$HOME/.docker/config.json"
        })
public final class DockerSecretCommand implements Action {
    private static final String CONFIG = ".dockerconfigjson";

    @Parameters(paramLabel = "NAME", description = "Name of the secret.")
    String name;

    @Option(names = "--docker-server", paramLabel = "HOST", description = "The registry. Default: Docker Hub.")
    String server = "https://index.docker.io/v1/";

    @Option(names = "--docker-username", paramLabel = "USER", description = "User name at the registry.")
    String user = "";

    @Option(names = "--docker-password", paramLabel = "PASSWORD", description = "Password or token at the registry.")
    String password = "";

    @Option(names = "--docker-email", paramLabel = "EMAIL", description = "Mail address, which few registries ask for.")
    String email = "";

    @Option(
            names = "--from-file",
            paramLabel = "[KEY=]FILE",
            description = "A docker config.json that holds the credentials.")
    List<String> files = List.of();

    @Option(names = "--append-hash", description = "Append a hash of the content to the name.")
    boolean appendHash;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    DockerSecretCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        Map<String, byte[]> data = new TreeMap<>();
        if (!files.isEmpty()) {
            for (String file : files) {
                String path = file.substring(file.indexOf('=') + 1);
                data.put(CONFIG, DataFlags.file(context, path));
            }
        } else if (user.isEmpty() || password.isEmpty() || server.isEmpty()) {
            throw new CommandFailure("either --from-file or the combination of --docker-username, --docker-password"
                    + " and --docker-server is required");
        } else {
            data.put(CONFIG, Json.bytes(config()));
        }
        new NewSecret(context, create, name)
                .ofType("kubernetes.io/dockerconfigjson")
                .with(data)
                .create(appendHash);
    }

    private ObjectNode config() {
        ObjectNode config = Json.object();
        ObjectNode entry = config.putObject("auths").putObject(server);
        entry.put("username", user).put("password", password);
        if (!email.isEmpty()) {
            entry.put("email", email);
        }
        entry.put("auth", (user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return config;
    }
}
