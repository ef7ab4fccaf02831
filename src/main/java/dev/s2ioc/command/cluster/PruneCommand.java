package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DurationFlag;
import dev.s2ioc.describe.Sizes;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Frees what nothing in the local cluster's registry refers to. */
@Command(
        name = "prune",
        description = "Free what nothing in the local cluster's registry refers to.",
        footer = {
            "",
            "Images that no image stream, build or workload refers to are removed, and the layers that no image needs.",
            "Without --confirm it is only said what would go. The cluster does the same by itself every hour, with what",
            "was not used for a day.",
            "",
            "Examples:",
            "  # See what would be removed",
            "  s2ioc cluster prune",
            "",
            "  # Remove it",
            "  s2ioc cluster prune --confirm",
            "",
            "  # Remove also what was pushed a moment ago and has no tag any more",
            "  s2ioc cluster prune --keep-younger-than=0s --confirm"
        })
public final class PruneCommand implements Action {

    @Option(names = "--confirm", description = "Remove it; otherwise nothing is changed.")
    boolean confirm;

    @Option(
            names = "--keep-younger-than",
            paramLabel = "DURATION",
            defaultValue = "1h",
            converter = DurationFlag.class,
            description = "Leave alone what is younger, for it may be part of a push under way; by default 1h.")
    Duration keepYoungerThan;

    private final CommandContext context;

    PruneCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        JsonNode state = new ClusterProcess(
                        ClusterFiles.of(context.surroundings()),
                        context.surroundings().environment())
                .running()
                .orElseThrow(() -> CommandFailure.verbatim(
                        "The local cluster is not running. Start it with: s2ioc cluster up", 1));
        if (!confirm) {
            context.streams()
                    .err()
                    .println("Dry run enabled - no modifications will be made. Add --confirm to remove images");
        }
        print(
                new RegistryAdmin(state).prune(keepYoungerThan, !confirm),
                context.streams().out());
    }

    private void print(JsonNode done, PrintStream out) {
        for (JsonNode image : done.path("images")) {
            String digest = image.path("digest").asText();
            if (image.path("repositories").isEmpty()) {
                out.println("image " + digest);
            }
            for (JsonNode repository : image.path("repositories")) {
                out.println("image " + repository.asText() + "@" + digest);
            }
        }
        for (JsonNode blob : done.path("blobs")) {
            out.println("blob " + blob.path("digest").asText() + " "
                    + Sizes.decimal(blob.path("size").asLong()));
        }
        out.printf(
                "%s %s, %s and %s: %s%n",
                confirm ? "Removed" : "Would remove",
                counted(done.path("images").size(), "image"),
                counted(done.path("blobs").size(), "blob"),
                counted(done.path("uploads").asInt(), "unfinished upload"),
                Sizes.decimal(done.path("bytes").asLong()));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
