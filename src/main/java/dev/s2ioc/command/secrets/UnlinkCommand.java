package dev.s2ioc.command.secrets;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes secrets from a service account; the secrets themselves stay, and need not be there any more. */
@Command(
        name = "unlink",
        description = "Take secrets from a service account.",
        footer = {
            "",
            "Examples:",
            "  # Builds are not to use a secret any more",
            "  s2ioc secrets unlink builder my-registry"
        })
public final class UnlinkCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "ACCOUNT SECRET", description = "The service account, then the secrets.")
    List<String> words = List.of();

    private final CommandContext context;

    UnlinkCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        LinkedSecrets linked = LinkedSecrets.of(words, context.session());
        List<String> strange = LinkedSecrets.secrets(words).stream()
                .filter(secret -> !linked.remove(secret))
                .toList();
        linked.store();
        if (!strange.isEmpty()) {
            throw new CommandFailure(
                    "not linked to service account \"" + words.getFirst() + "\": " + String.join(", ", strange));
        }
    }
}
