package dev.s2ioc.cluster.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The containers in which OpenShift does a build, one after the other: those that bring the input together, and the main one. */
record BuildContainers(List<String> init, String main) {
    private static final Map<String, String> FAILING = Map.of(
            "FetchSourceFailed", "git-clone",
            "FetchImageContentFailed", "extract-image-content",
            "ManageDockerfileFailed", "manage-dockerfile");

    static BuildContainers of(JsonNode build) {
        JsonNode strategy = build.path("spec").path("strategy");
        if (strategy.has("customStrategy")) {
            return new BuildContainers(List.of(), "custom-build");
        }
        JsonNode source = build.path("spec").path("source");
        List<String> init = new ArrayList<>();
        if (source.hasNonNull("git") || source.hasNonNull("binary")) {
            init.add("git-clone");
        }
        if (!source.path("images").isEmpty()) {
            init.add("extract-image-content");
        }
        init.add("manage-dockerfile");
        return new BuildContainers(List.copyOf(init), strategy.has("dockerStrategy") ? "docker-build" : "sti-build");
    }

    /** All, in their order. */
    List<String> all() {
        List<String> all = new ArrayList<>(init);
        all.add(main);
        return all;
    }

    /**
     * The container in which the build is, or in which it has ended. It has said all that the build's log holds: here one thread does
     * the work of all containers, and its log does not keep them apart.
     */
    String last(JsonNode build) {
        String failing = FAILING.getOrDefault(Json.at(build, "status", "reason"), main);
        return init.contains(failing) ? failing : main;
    }
}
