package dev.s2ioc.command.secrets;

import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Failures;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a service account use secrets. */
@Command(
        name = "link",
        description = "Let a service account use secrets.",
        footer = {
            "",
            "Examples:",
            "  # Let builds push and clone with a secret",
            "  s2ioc secrets link builder my-registry",
            "",
            "  # Let pods pull their images with it",
            "  s2ioc secrets link default my-registry --for=pull"
        })
public final class LinkCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "ACCOUNT SECRET", description = "The service account, then the secrets.")
    List<String> words = List.of();

    @Option(
            names = "--for",
            paramLabel = "mount|pull",
            split = ",",
            description = "What for: mount for builds and pods to mount, pull for pulling the images of pods; or both."
                    + " Default: mount")
    List<String> uses = List.of("mount");

    private final CommandContext context;

    LinkCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        for (String use : uses) {
            if (!use.matches("mount|pull")) {
                throw new CommandFailure("unknown for: " + use + "; --for takes mount, pull or both: --for=pull,mount");
            }
        }
        LinkedSecrets linked = LinkedSecrets.of(words, context.session());
        Failures failures = new Failures();
        for (String secret : LinkedSecrets.secrets(words)) {
            failures.attempt(() -> {
                context.session().resources().get(KnownTypes.SECRET, secret);
                uses.forEach(use -> linked.add(use.equals("pull") ? LinkedSecrets.PULL : LinkedSecrets.MOUNT, secret));
            });
        }
        linked.store();
        failures.throwAny();
    }
}
