package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes old builds. */
@Command(
        name = "builds",
        description = {
            "Remove old builds, in all namespaces unless -n names one.",
            "",
            "Of each BuildConfig the newest builds are kept. Nothing is removed without --confirm."
        },
        footer = {
            "",
            "Examples:",
            "  # See what would be removed",
            "  s2ioc adm prune builds",
            "",
            "  # Remove all but two builds of each BuildConfig of a project, and those of BuildConfigs that are gone",
            "  s2ioc adm prune builds -n demo --keep-complete=2 --keep-failed=0 --keep-younger-than=0s --orphans --confirm"
        })
public final class PruneBuildsCommand implements Action {

    @Mixin
    PruneFlags flags = new PruneFlags();

    private final CommandContext context;

    PruneBuildsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        new Pruning(context, flags)
                .prune(
                        "builds",
                        List.of(new Pruning.Kind(
                                KnownTypes.BUILD_CONFIG, KnownTypes.BUILD, PruneBuildsCommand::candidate)));
    }

    private static Optional<Candidate> candidate(JsonNode build) {
        return Builds.hasEnded(build)
                ? Optional.of(Candidate.of(
                        build,
                        build.at("/status/config/name").asText(""),
                        Builds.phase(build).equals("Complete")))
                : Optional.empty();
    }
}
