package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a config map from files and values. */
@Command(
        name = "configmap",
        description = "Create a config map from files, directories, env files or values.",
        footer = {
            "",
            "Examples:",
            "  # Create a config map from a file and a value",
            "  s2ioc create configmap settings --from-file=nginx.conf --from-literal=level=debug",
            "",
            "  # Create a config map from a file of KEY=VALUE lines",
            "  s2ioc create configmap settings --from-env-file=settings.env"
        })
public final class ConfigMapCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the config map.")
    String name;

    @Mixin
    DataFlags data = new DataFlags();

    @Option(names = "--append-hash", description = "Append a hash of the content to the name.")
    boolean appendHash;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    ConfigMapCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        NewObject map = new NewObject(context, create, "v1", "ConfigMap", name);
        data.read(context, "ConfigMap", name).forEach((key, bytes) -> {
            if (Data.isText(bytes)) {
                map.body().withObject("/data").put(key, new String(bytes, StandardCharsets.UTF_8));
            } else {
                map.body().withObject("/binaryData").put(key, bytes);
            }
        });
        if (appendHash) {
            ContentHash.append(map.body());
        }
        map.createOr("failed to create configmap: ");
    }
}
