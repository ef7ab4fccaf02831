package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.print.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The lines about what runs: which image, who makes it, how many pods there are. */
final class WorkloadLines {
    private static final int LONGEST_LINE = 120;
    private static final int DEPLOYMENTS = 2;

    private final ProjectObjects objects;
    private final Images images;
    private final BuildLines builds;
    private final Instant now;

    WorkloadLines(ProjectObjects objects, Images images, BuildLines builds, Instant now) {
        this.objects = objects;
        this.images = images;
        this.builds = builds;
        this.now = now;
    }

    List<String> of(ResourceType type, JsonNode workload, Names names) {
        return switch (type.plural()) {
            case "deploymentconfigs" -> deploymentConfig(workload, names);
            case "deployments" ->
                pipeline(workload, names.of("deployment", workload) + " deploys", names, replicaSets(workload));
            case "statefulsets" ->
                pipeline(
                        workload,
                        names.of("statefulset", workload) + " manages",
                        names,
                        List.of(created(workload, "")));
            case "daemonsets" ->
                pipeline(workload, names.of("daemonset", workload) + " manages", names, List.of(daemons(workload)));
            case "jobs" -> pipeline(workload, names.of("job", workload) + " manages", names, job(workload));
            case "replicationcontrollers" -> runs("rc", workload, names);
            case "replicasets" -> runs("rs", workload, names);
            default -> List.of(names.of("pod", workload) + " runs " + pulled(Fields.podSpec(workload)));
        };
    }

    private List<String> runs(String kind, JsonNode workload, Names names) {
        return List.of(
                names.of(kind, workload) + " runs " + pulled(Fields.podSpec(workload)),
                created(workload, kind + "/" + Fields.name(workload) + " "));
    }

    private static String pulled(JsonNode podSpec) {
        return StreamSupport.stream(podSpec.path("containers").spliterator(), false)
                .map(container -> container.path("image").asText(""))
                .collect(Collectors.joining(", "));
    }

    private List<String> pipeline(JsonNode workload, String start, Names names, List<String> end) {
        Names local = new Names(Fields.namespace(workload));
        List<String> lines = new ArrayList<>();
        List<Image> run = Images.run(workload);
        if (run.size() == 1) {
            String line = start + " " + image(run.getFirst(), local);
            int arrow = line.indexOf(" <- ");
            if (line.length() > LONGEST_LINE && arrow > 0) {
                lines.add(line.substring(0, arrow + 3));
                lines.add(line.substring(arrow + 4));
            } else {
                lines.add(line);
            }
            lines.addAll(buildsOf(run.getFirst()));
        } else {
            lines.add(start);
            for (Image image : run) {
                lines.add(image(image, local));
                lines.addAll(buildsOf(image));
            }
        }
        lines.addAll(end);
        return lines;
    }

    private String image(Image image, Names names) {
        return names.of(image)
                + images.makersOf(image).stream()
                        .findFirst()
                        .map(config -> " <- " + builds.config(config, names))
                        .orElse("");
    }

    private List<String> buildsOf(Image image) {
        return images.makersOf(image).stream()
                .findFirst()
                .map(config -> builds.builds(config, false).stream()
                        .map(line -> "  " + line)
                        .toList())
                .orElse(List.of());
    }

    private List<String> replicaSets(JsonNode deployment) {
        long current = revision(deployment);
        return objects.of(KnownTypes.REPLICA_SET).stream()
                .filter(set -> Fields.isOwnedBy(set, deployment))
                .sorted(Comparator.comparingLong(WorkloadLines::revision).reversed())
                .limit(DEPLOYMENTS)
                .map(set -> "deployment #" + revision(set)
                        + (revision(set) == current
                                ? " running for " + age(set) + pods(set, false)
                                : " deployed " + age(set) + " ago" + pods(set, false)))
                .toList();
    }

    private static long revision(JsonNode object) {
        String text = Fields.annotation(object, "deployment.kubernetes.io/revision");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private List<String> deploymentConfig(JsonNode config, Names names) {
        boolean test = config.path("spec").path("test").asBoolean();
        String manual = config.path("spec").path("triggers").isEmpty() ? " (manual)" : "";
        String start = names.of("dc", config) + (test ? " test deploys" : " deploys");
        List<String> lines = new ArrayList<>(pipeline(config, start, names, deployments(config, test)));
        lines.set(0, lines.getFirst() + manual);
        return lines;
    }

    private List<String> deployments(JsonNode config, boolean test) {
        List<JsonNode> all = objects.of(KnownTypes.REPLICATION_CONTROLLER).stream()
                .filter(controller -> Fields.namespace(controller).equals(Fields.namespace(config))
                        && Fields.annotation(controller, "openshift.io/deployment-config.name")
                                .equals(Fields.name(config)))
                .sorted(Comparator.comparingLong(WorkloadLines::version).reversed())
                .toList();
        long latest = config.path("status").path("latestVersion").asLong();
        List<String> lines = new ArrayList<>();
        if (all.isEmpty() || version(all.getFirst()) != latest) {
            waiting(config, latest, lines);
        }
        for (JsonNode controller : all.subList(0, Math.min(DEPLOYMENTS, all.size()))) {
            lines.add(deployment(controller, controller == all.getFirst(), test));
        }
        return lines;
    }

    private static void waiting(JsonNode config, long latest, List<String> lines) {
        List<String> types = new ArrayList<>();
        config.path("spec")
                .path("triggers")
                .forEach(trigger -> types.add(trigger.path("type").asText()));
        boolean update = types.contains("ConfigChange");
        boolean image = types.contains("ImageChange");
        String on = (image ? "on image" : "") + (image && update ? " or update" : update ? "on update" : "");
        if (latest == 0) {
            lines.add("deployment #1 waiting " + (on.isEmpty() ? "for manual" : on));
        } else if (!on.isEmpty()) {
            lines.add("deployment #" + latest + " pending " + on);
        }
    }

    private static long version(JsonNode controller) {
        String text = Fields.annotation(controller, "openshift.io/deployment-config.latest-version");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private String deployment(JsonNode controller, boolean first, boolean test) {
        String phase = Fields.annotation(controller, "openshift.io/deployment.phase");
        String reason = Fields.annotation(controller, "openshift.io/deployment.status-reason");
        boolean ended = phase.matches("Complete|Failed");
        boolean cancelled = !ended
                && Fields.annotation(controller, "openshift.io/deployment.cancelled")
                        .equals("true");
        String cancelling = cancelled ? " (cancelling)" : "";
        String name = (test && phase.matches("Complete|Running") ? "test " : "") + "deployment #" + version(controller);
        return switch (phase) {
            case "Failed" ->
                name + " failed " + age(controller) + " ago" + (reason.isEmpty() ? "" : ": " + reason)
                        + pods(controller, false);
            case "Complete" -> name + " deployed " + age(controller) + " ago" + (test ? "" : pods(controller, first));
            case "Running" -> name + " running" + cancelling + " for " + age(controller) + pods(controller, false);
            default ->
                name + " " + phase.toLowerCase(Locale.ROOT) + cancelling + " " + age(controller) + " ago"
                        + pods(controller, false);
        };
    }

    private String created(JsonNode workload, String start) {
        return start + "created " + age(workload) + " ago" + pods(workload, false);
    }

    private String daemons(JsonNode set) {
        JsonNode status = set.path("status");
        return "generation #" + set.path("metadata").path("generation").asLong() + " running for " + age(set)
                + pods(
                        status.path("numberReady").asInt(),
                        status.path("numberAvailable").asInt(),
                        status.path("desiredNumberScheduled").asInt(),
                        false);
    }

    private List<String> job(JsonNode job) {
        JsonNode status = job.path("status");
        return job.path("spec").hasNonNull("completions")
                ? List.of("created %s ago %d/%d completed %d running"
                        .formatted(
                                age(job),
                                status.path("succeeded").asInt(),
                                job.path("spec").path("completions").asInt(),
                                status.path("active").asInt()))
                : List.of();
    }

    private String age(JsonNode object) {
        return Ages.rough(Duration.between(Fields.created(object), now)).toLowerCase(Locale.ROOT);
    }

    private static String pods(JsonNode workload, boolean none) {
        JsonNode status = workload.path("status");
        return pods(
                status.path("readyReplicas").asInt(),
                status.path("replicas").asInt(),
                workload.path("spec").path("replicas").asInt(1),
                none);
    }

    private static String pods(int ready, int actual, int wanted, boolean none) {
        if (ready == wanted && ready == 0 && !none) {
            return "";
        }
        String count = ready != wanted ? ready + "/" + wanted + " pods" : ready == 1 ? "1 pod" : ready + " pods";
        String change = wanted < actual ? " reducing to " + wanted : wanted > actual ? " growing to " + wanted : "";
        return " - " + count + change;
    }
}
