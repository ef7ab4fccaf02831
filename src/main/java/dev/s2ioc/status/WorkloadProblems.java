package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is wrong with what runs: pods that crash, secrets and claims that are missing, probes that nobody has set. */
final class WorkloadProblems {
    private static final int MANY_RESTARTS = 5;
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final Map<ResourceType, String> WORKLOADS = Map.of(
            KnownTypes.DEPLOYMENT, "deployment",
            KnownTypes.DEPLOYMENT_CONFIG, "dc",
            KnownTypes.STATEFUL_SET, "statefulset",
            KnownTypes.DAEMON_SET, "daemonset");

    private final ProjectObjects objects;
    private final Images images;
    private final Names names;
    private final Instant now;
    private final List<Problem> found = new ArrayList<>();

    WorkloadProblems(ProjectObjects objects, Images images, Names names, Instant now) {
        this.objects = objects;
        this.images = images;
        this.names = names;
        this.now = now;
    }

    List<Problem> find() {
        objects.of(KnownTypes.POD).forEach(this::restarting);
        for (ResourceType type : ProjectObjects.TYPES) {
            if (WORKLOADS.containsKey(type)) {
                objects.of(type).forEach(workload -> workload(type, workload));
            }
        }
        return found;
    }

    private void add(Problem.Severity severity, String message, String suggestion) {
        found.add(new Problem(severity, message, suggestion));
    }

    private void restarting(JsonNode pod) {
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            String name = names.of("pod", pod);
            String container = status.path("name").asText("");
            String logs = "s2ioc logs -p " + name + " -c " + container;
            JsonNode waiting = status.path("state").path("waiting");
            Instant ended =
                    Fields.time(status.path("lastState").path("terminated").path("finishedAt"));
            if (waiting.path("reason").asText("").equals("CrashLoopBackOff")) {
                add(
                        Problem.Severity.ERROR,
                        name + " is crash-looping",
                        "The container is starting and exiting repeatedly. Look at the log of its last end:\n" + logs);
            } else if (status.path("restartCount").asInt() >= MANY_RESTARTS && ended.isAfter(now.minus(LATELY))) {
                add(
                        Problem.Severity.WARNING,
                        "container \"" + container + "\" in " + name + " has restarted within the last 10 minutes",
                        logs);
            } else if (waiting.path("reason").asText("").matches("ImagePullBackOff|ErrImagePull")) {
                add(
                        Problem.Severity.ERROR,
                        name + " cannot pull its image: "
                                + waiting.path("message").asText("no reason was given"),
                        "s2ioc describe " + name);
            }
        }
    }

    private void workload(ResourceType type, JsonNode workload) {
        String name = names.of(WORKLOADS.get(type), workload);
        String plain = WORKLOADS.get(type) + "/" + Fields.name(workload);
        volumes(workload, name);
        for (Image image : Images.run(workload)) {
            boolean visible = names.namespace().isEmpty() || names.namespace().equals(image.namespace());
            if (image.isTag() && visible && !objects.unlisted().contains("imagestreams")) {
                trigger(workload, name, image);
            }
        }
        if (type.equals(KnownTypes.DEPLOYMENT_CONFIG) && lacks(workload, "readinessProbe")) {
            add(
                    Problem.Severity.INFO,
                    name + " has no readiness probe to verify pods are ready to accept traffic or ensure deployment is"
                            + " successful.",
                    "s2ioc set probe " + plain + " --readiness ...");
        }
        if (lacks(workload, "livenessProbe")) {
            add(
                    Problem.Severity.INFO,
                    name + " has no liveness probe to verify pods are still running.",
                    "s2ioc set probe " + plain + " --liveness ...");
        }
    }

    private void trigger(JsonNode workload, String name, Image image) {
        if (!images.hasStream(image)) {
            add(
                    Problem.Severity.ERROR,
                    "The image trigger for " + name + " will have no effect because is/" + image.stream()
                            + " does not exist.",
                    "");
        } else if (!images.isThere(image) && images.makersOf(image).isEmpty()) {
            add(
                    Problem.Severity.WARNING,
                    "The image trigger for " + name + " will have no effect until " + names.of(image)
                            + " is imported or created by a build.",
                    "");
        }
    }

    private void volumes(JsonNode workload, String name) {
        TreeSet<String> secrets = new TreeSet<>();
        for (JsonNode volume : Fields.podSpec(workload).path("volumes")) {
            String claim =
                    volume.path("persistentVolumeClaim").path("claimName").asText("");
            if (!claim.isEmpty() && objects.isMissing(ProjectObjects.CLAIM, Fields.namespace(workload), claim)) {
                add(
                        Problem.Severity.WARNING,
                        name + " is attempting to mount a missing persistent volume claim pvc/" + claim,
                        "");
            }
            String secret = volume.path("secret").path("secretName").asText("");
            if (!secret.isEmpty() && !volume.path("secret").path("optional").asBoolean()) {
                secrets.add(secret);
            }
        }
        for (String secret : secrets) {
            if (objects.isMissing(KnownTypes.SECRET, Fields.namespace(workload), secret)) {
                add(Problem.Severity.WARNING, name + " is attempting to mount a missing secret secret/" + secret, "");
            }
        }
    }

    private static boolean lacks(JsonNode workload, String probe) {
        return Fields.podSpec(workload)
                .path("containers")
                .valueStream()
                .noneMatch(container -> container.hasNonNull(probe));
    }
}
