package dev.s2ioc.command.adm;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DurationFlag;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes images that nothing uses, and the old ones of image stream tags. */
@Command(
        name = "images",
        description = {
            "Remove unreferenced images, and their layers from the registry.",
            "",
            "Of each tag the newest images are kept, and everything that a pod, a workload, a build or a BuildConfig uses.",
            "Nothing is removed without --confirm. With -n only the history of that project's image streams is shortened."
        },
        footer = {
            "",
            "Examples:",
            "  # See what would be removed if three images of each tag were kept, and all of the last hour",
            "  s2ioc adm prune images --keep-tag-revisions=3 --keep-younger-than=60m",
            "",
            "  # Remove it",
            "  s2ioc adm prune images --keep-tag-revisions=3 --keep-younger-than=60m --confirm",
            "",
            "  # Remove what is larger than the limit ranges of the projects allow",
            "  s2ioc adm prune images --prune-over-size-limit --confirm",
            "",
            "  # Reach the registry at its route, with its own certificate authority",
            "  s2ioc adm prune images --registry-url=registry.example.com --certificate-authority=ca.crt --confirm"
        })
public final class PruneImagesCommand implements Action {
    private static final Duration KEEP_YOUNGER_THAN = Duration.ofMinutes(60);
    private static final int KEEP_TAG_REVISIONS = 3;

    @Option(names = "--confirm", description = "Remove; without, only what would be removed is listed.")
    boolean confirm;

    @Option(
            names = "--all",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Also images that were imported from elsewhere. Default: ${DEFAULT-VALUE}")
    boolean all;

    @Option(
            names = "--keep-younger-than",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            description = "Keep images that are younger, and what is in image streams that are. Default: 60m")
    Duration keepYoungerThan;

    @Option(
            names = "--keep-tag-revisions",
            paramLabel = "N",
            description = "Keep so many images of each tag, the newest ones. Default: " + KEEP_TAG_REVISIONS)
    Integer keepTagRevisions;

    @Option(
            names = "--prune-over-size-limit",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            description =
                    "Remove the images that are larger than a LimitRange of their project allows, whatever their age.")
    Boolean pruneOverSizeLimit;

    @Option(
            names = "--ignore-invalid-refs",
            description =
                    "Go on even if an object names an image in a form that cannot be read; the image may be lost.")
    boolean ignoreInvalidRefs;

    @Mixin
    PruneRegistryFlags registry = new PruneRegistryFlags();

    private final CommandContext context;

    PruneImagesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        registry.check(context);
        ImageRules rules = rules();
        ClusterImages images = ClusterImages.read(context, rules.overSize());
        ImageUses uses = ImageUses.read(context, rules.after(), ignoreInvalidRefs);
        if (!confirm) {
            context.streams()
                    .err()
                    .println("Dry run enabled - no modifications will be made. Add --confirm to remove images");
        }
        if (!registry.prune) {
            context.streams()
                    .out()
                    .println("Only API objects will be removed.  No modifications to the image registry will be made.");
        }
        boolean removing = confirm && registry.prune;
        try (RegistryContent content = removing
                ? registry.open(images, context)
                : RegistryContent.untouched(context.streams().out())) {
            ImagePruning pruning = new ImagePruning(context, rules, images, uses, content, confirm, registry.prune);
            pruning.run(context.flags().givenNamespace().isEmpty());
        }
    }

    private ImageRules rules() {
        boolean overSize = Boolean.TRUE.equals(pruneOverSizeLimit);
        if (pruneOverSizeLimit != null && (keepYoungerThan != null || keepTagRevisions != null)) {
            throw new CommandFailure(
                    "--prune-over-size-limit cannot be specified with --keep-tag-revisions nor --keep-younger-than");
        }
        Duration age = Optional.ofNullable(keepYoungerThan).orElse(KEEP_YOUNGER_THAN);
        int revisions = Optional.ofNullable(keepTagRevisions).orElse(KEEP_TAG_REVISIONS);
        if (revisions < 0) {
            throw new CommandFailure("--keep-tag-revisions must be greater than or equal to 0");
        }
        Instant now = context.surroundings().clock().instant();
        return new ImageRules(now.minus(age), revisions, overSize, all);
    }
}
