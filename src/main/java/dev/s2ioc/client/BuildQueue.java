package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a build does not run yet: the builds that come before it, or what has happened to its pod. */
public final class BuildQueue {
    private static final String POLICY = "openshift.io/build.start-policy";
    private static final String POD_NAME = "openshift.io/build.pod-name";

    private final Session session;

    public BuildQueue(Session session) {
        this.session = session;
    }

    /** The reasons, in words; none if there is nothing to tell. */
    public Set<String> reasons(JsonNode build) {
        Set<String> reasons = new LinkedHashSet<>();
        String front = "build " + Builds.name(build) + " waits";
        if (Builds.phase(build).equals("New")) {
            List<JsonNode> before = before(build);
            if (!before.isEmpty()) {
                reasons.add(front + " for " + before.size() + (before.size() == 1 ? " build: " : " builds: ")
                        + before.stream().map(BuildQueue::told).collect(Collectors.joining(", ")));
            }
            String reason = build.at("/status/reason").asText("");
            if (!reason.isEmpty()) {
                reasons.add(front + ": " + reason + ": "
                        + build.at("/status/message").asText(""));
            }
        }
        if (Builds.phase(build).equals("Pending")) {
            podTrouble(build).forEach(trouble -> reasons.add(front + " for its pod: " + trouble));
        }
        return reasons;
    }

    /** The unfinished builds of its config that run before it, oldest first. */
    private List<JsonNode> before(JsonNode build) {
        String policy = build.path("metadata").path("labels").path(POLICY).asText("Serial");
        if (policy.equals("Parallel")) {
            return List.of();
        }
        return new Builds(session)
                .of(Builds.configOf(build)).stream()
                        .filter(other -> !Builds.hasEnded(other) && Builds.number(other) < Builds.number(build))
                        .toList();
    }

    private static String told(JsonNode build) {
        String phase = Builds.phase(build);
        return Builds.name(build) + (phase.equals("New") ? "" : " (" + phase.toLowerCase(java.util.Locale.ROOT) + ")");
    }

    /** What the cluster has complained of about a build's pod. */
    public List<String> podTrouble(JsonNode build) {
        String pod = pod(build);
        ListOptions ofPod = ListOptions.ALL.withFields("involvedObject.kind=Pod,involvedObject.name=" + pod);
        List<String> troubles = new ArrayList<>();
        for (JsonNode event : session.resources().list(KnownTypes.EVENT, ofPod).path("items")) {
            String reason = event.path("reason").asText("");
            // A kubelet calls it normal that it backs off from an image that cannot be pulled.
            if (event.path("type").asText().equals("Warning") || reason.equals("BackOff")) {
                troubles.add(reason + ": " + event.path("message").asText("").strip());
            }
        }
        return troubles;
    }

    /** The name of the pod in which a build runs. */
    public static String pod(JsonNode build) {
        return build.path("metadata").path("annotations").path(POD_NAME).asText(Builds.name(build) + "-build");
    }
}
