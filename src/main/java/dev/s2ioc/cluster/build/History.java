package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Set;

/** Deletes the oldest builds of a configuration beyond what its history limits allow. */
final class History {
    private static final Set<Phase> GOOD = Set.of(Phase.Complete);
    private static final Set<Phase> BAD = Set.of(Phase.Failed, Phase.Error, Phase.Cancelled);

    private final Builds builds;

    History(Builds builds) {
        this.builds = builds;
    }

    /** After a build has ended. */
    void prune(JsonNode build) {
        String namespace = Json.at(build, "metadata", "namespace");
        String name = Builds.configOf(build);
        builds.findConfig(namespace, name).ifPresent(config -> {
            List<ObjectNode> all = builds.ofConfig(namespace, name);
            prune(all, GOOD, config.path("spec").path("successfulBuildsHistoryLimit"));
            prune(all, BAD, config.path("spec").path("failedBuildsHistoryLimit"));
        });
    }

    private void prune(List<ObjectNode> all, Set<Phase> phases, JsonNode limit) {
        if (!limit.isInt()) {
            return;
        }
        List<ObjectNode> ended =
                all.stream().filter(build -> phases.contains(Phase.of(build))).toList();
        ended.subList(0, Math.max(0, ended.size() - limit.asInt())).forEach(builds::delete);
    }
}
