package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets one value in the kubeconfig. */
@Command(
        name = "set",
        description =
                "Set one value in the kubeconfig: current-context, or a field as clusters.NAME.FIELD, contexts.NAME.FIELD, users.NAME.FIELD.",
        footer = {
            "",
            "Examples:",
            "  # Another address for a cluster",
            "  s2ioc config set clusters.dev.server https://1.2.3.4:6443"
        })
public final class SetCommand implements Action {

    @Parameters(index = "0", paramLabel = "PROPERTY", description = "What to set.")
    String property;

    @Parameters(index = "1", paramLabel = "VALUE", description = "Its value from now on.")
    String value;

    @Option(
            names = "--set-raw-bytes",
            description = "The value of a field that ends in -data is what it stands for, not yet in base64.")
    boolean raw;

    private final CommandContext context;

    SetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.kubeconfig()
                .edit()
                .set(property, property.endsWith("-data") ? encoded() : value)
                .save();
        context.streams().out().println("Property \"" + property + "\" set.");
    }

    private String encoded() {
        if (raw) {
            return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        }
        try {
            Base64.getDecoder().decode(value);
            return value;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    "error decoding input value: it is not base64; to set what is not encoded yet, use --set-raw-bytes",
                    e);
        }
    }
}
