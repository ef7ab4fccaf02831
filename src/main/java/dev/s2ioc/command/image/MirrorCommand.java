package dev.s2ioc.command.image;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Parallel;
import dev.s2ioc.describe.Sizes;
import dev.s2ioc.imageregistry.Registries;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies images from registry to registry, and to and from disk. */
@Command(
        name = "mirror",
        description = {
            "Mirror images from one repository to another.",
            "",
            "Name a source and where it goes, or SRC=DST as often as you like. A source without a tag means all its tags, one",
            "with * those that match; it goes to a repository then. file://NAME is a directory below --dir. Of an image for",
            "several platforms that of this machine is copied, unless --filter-by-os or --keep-manifest-list say otherwise."
        },
        footer = {
            "",
            "Examples:",
            "  # Copy an image to another tag, and to another registry",
            "  s2ioc image mirror registry.example.com/my/app:latest registry.example.com/my/app:stable",
            "  s2ioc image mirror registry.example.com/my/app:latest quay.io/my/app:stable",
            "",
            "  # Copy all tags that begin with v1.",
            "  s2ioc image mirror 'registry.example.com/my/app:v1.*' quay.io/my/app",
            "",
            "  # Copy an image for all platforms to disk, and from there to another registry",
            "  s2ioc image mirror busybox:latest file://busybox:latest --keep-manifest-list --dir=images",
            "  s2ioc image mirror file://busybox:latest quay.io/my/busybox:latest --filter-by-os='.*' --from-dir=images",
            "",
            "  # Copy what a file lists, SRC=DST or SRC DST [DST ...] on each line",
            "  s2ioc image mirror -f mirrors.txt"
        })
final class MirrorCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "SRC DST|SRC=DST", description = "What is copied, and where to.")
    List<String> words = List.of();

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            split = ",",
            description = "Read what is copied from a file; - is standard input.")
    List<String> files = List.of();

    @Option(names = "--dry-run", description = "Print what would be copied, and copy nothing.")
    boolean dryRun;

    @Option(names = "--continue-on-error", description = "Copy what can be copied, even if something fails.")
    boolean continueOnError;

    @Option(names = "--skip-missing", description = "Leave out what is not there, with a warning.")
    boolean skipMissing;

    @Option(names = "--skip-mount", description = "Send layers that another repository of the registry has.")
    boolean skipMount;

    @Option(
            names = "--skip-multiple-scopes",
            description = "Ask for access to one repository at a time; layers are not taken from others then.")
    boolean skipMultipleScopes;

    @Option(names = "--force", description = "Send all layers and manifests, even those that are there.")
    boolean force;

    @Option(names = "--keep-manifest-list", description = "Keep lists as they are, with the images of all platforms.")
    boolean keepManifestList;

    @Option(
            names = "--max-registry",
            paramLabel = "N",
            defaultValue = "4",
            description = "Fill so many repositories at a time. Default: ${DEFAULT-VALUE}")
    int mostRepositories;

    @Option(
            names = "--from-dir",
            paramLabel = "DIRECTORY",
            description = "Where the sources are that begin with file://. Default: that of --dir")
    String fromDirectory = "";

    @Option(names = "--s3-source-bucket", paramLabel = "BUCKET", description = "Not supported: there is no s3:// here.")
    String bucket;

    @Mixin
    PlatformFlags platforms = new PlatformFlags();

    @Mixin
    StoreFlags stores = new StoreFlags();

    @Mixin
    ParallelFlag parallel = new ParallelFlag();

    private final CommandContext context;

    MirrorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (bucket != null) {
            throw new CommandFailure("--s3-source-bucket is not supported: images cannot be copied to s3://");
        }
        PrintStream talk = context.streams().err();
        Instant start = context.surroundings().clock().instant();
        try (Registries registries = stores.open(context)) {
            ImageStore source = stores.store(registries, fromDirectory, context);
            List<ImageMapping> mappings = new ImageMappings(source, context).read(words, files);
            MirrorPlan plan = new MirrorPlanner(
                            source,
                            stores.store(registries, context),
                            new MirrorPlanner.Choice(
                                    platforms.wanted(), keepManifestList || platforms.takesAll(), everyPlatform()),
                            force,
                            skipMissing,
                            talk)
                    .plan(mappings);
            MirrorPhases phases = MirrorPhases.of(plan);
            plan.print(talk);
            requireErrorless(plan, talk);
            phases.print(talk);
            talk.println("info: Planning completed in " + since(start));
            if (dryRun) {
                talk.println("info: Dry run complete");
            } else {
                copy(phases, plan);
            }
            if (!plan.errors().isEmpty()) {
                throw new CommandFailure("one or more errors occurred");
            }
        }
    }

    private boolean everyPlatform() {
        return keepManifestList && !platforms.isGiven();
    }

    private void requireErrorless(MirrorPlan plan, PrintStream talk) {
        plan.errors().forEach(error -> talk.println("error: " + error));
        if (!plan.errors().isEmpty() && !continueOnError) {
            throw new CommandFailure("an error occurred during planning");
        }
    }

    private void copy(MirrorPhases phases, MirrorPlan plan) throws InterruptedException {
        Instant start = context.surroundings().clock().instant();
        boolean mounting = !skipMount && !skipMultipleScopes;
        MirrorRun run = new MirrorRun(
                new BlobCopy(force), mounting, parallel.most, context.streams(), new Parallel(mostRepositories));
        boolean done = run.run(phases, continueOnError);
        Duration time = Duration.between(start, context.surroundings().clock().instant());
        long perSecond = Math.round(run.bytes() * 1000.0 / Math.max(1, time.toMillis()));
        context.streams()
                .err()
                .println("info: Mirroring completed in " + since(start) + " (" + Sizes.decimal(perSecond) + "/s)");
        if (!done) {
            throw new CommandFailure(
                    continueOnError
                            ? "one or more errors occurred"
                            : "one or more errors occurred while uploading images");
        }
    }

    /** To the hundredth of a second. */
    private String since(Instant start) {
        long hundredths = Duration.between(start, context.surroundings().clock().instant())
                        .toMillis()
                / 10;
        if (hundredths < 100) {
            return hundredths == 0 ? "0s" : hundredths * 10 + "ms";
        }
        String seconds =
                "%d.%02d".formatted(hundredths / 100 % 60, hundredths % 100).replaceFirst("\\.?0+$", "");
        return (hundredths >= 6000 ? hundredths / 6000 + "m" : "") + (seconds.isEmpty() ? "0" : seconds) + "s";
    }
}
