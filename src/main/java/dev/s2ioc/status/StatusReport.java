package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a project is made of, how its parts hang together, and what is wrong with them. */
public final class StatusReport {
    private final ProjectObjects objects;
    private final Names names;
    private final boolean suggest;
    private final Instant now;
    private final Images images;
    private final BuildLines builds;
    private final ServiceLines services;
    private final WorkloadLines workloads;
    private final Set<Workloads.Workload> told = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * @param namespace empty for all
     * @param suggest whether to tell of all problems, and what to do about them
     */
    public StatusReport(ProjectObjects objects, String namespace, boolean suggest, Instant now) {
        this.objects = objects;
        this.names = new Names(namespace);
        this.suggest = suggest;
        this.now = now;
        this.images = new Images(objects);
        this.builds = new BuildLines(objects, images, now);
        this.services = new ServiceLines(objects);
        this.workloads = new WorkloadLines(objects, images, builds, now);
    }

    /** @param title the first line */
    public String of(String title) {
        text.append(title).append('\n');
        Workloads all = new Workloads(objects);
        bySelector().forEach(group -> group(group, all));
        standalone(all, KnownTypes.DEPLOYMENT_CONFIG, KnownTypes.DEPLOYMENT, KnownTypes.STATEFUL_SET);
        buildConfigs(all);
        standalone(
                all,
                KnownTypes.REPLICATION_CONTROLLER,
                KnownTypes.REPLICA_SET,
                KnownTypes.DAEMON_SET,
                KnownTypes.JOB,
                KnownTypes.POD);
        text.append('\n');
        end(problems());
        return text.toString();
    }

    /** Services with the same selector lead to the same things and are told together. */
    private List<List<JsonNode>> bySelector() {
        Map<String, List<JsonNode>> groups = new LinkedHashMap<>();
        for (JsonNode service : objects.of(KnownTypes.SERVICE)) {
            JsonNode selector = service.path("spec").path("selector");
            String key = selector.isEmpty()
                    ? names.of("svc", service)
                    : Fields.namespace(service) + "\n"
                            + selector.properties().stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList();
            groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(service);
        }
        return List.copyOf(groups.values());
    }

    private void group(List<JsonNode> group, Workloads all) {
        text.append('\n');
        for (JsonNode service : group) {
            lines("", services.of(service, names));
        }
        for (Workloads.Workload workload : all.behind(group.getFirst())) {
            told.add(workload);
            // What stands under a service is in its namespace.
            lines(
                    "  ",
                    workloads.of(workload.type(), workload.object(), new Names(Fields.namespace(workload.object()))));
        }
    }

    private void standalone(Workloads all, ResourceType... types) {
        List<Workloads.Workload> left =
                all.all().stream().filter(workload -> !told.contains(workload)).toList();
        for (ResourceType type : types) {
            left.stream().filter(workload -> workload.type().equals(type)).forEach(workload -> {
                told.add(workload);
                text.append('\n');
                lines("", workloads.of(type, workload.object(), names));
            });
        }
    }

    /** Those whose image is not told of with what runs it. */
    private void buildConfigs(Workloads all) {
        Set<Image> run = all.all().stream()
                .flatMap(workload -> Images.run(workload.object()).stream())
                .collect(Collectors.toSet());
        for (JsonNode config : objects.of(KnownTypes.BUILD_CONFIG)) {
            if (Images.output(config).filter(run::contains).isEmpty()) {
                Names local = new Names(Fields.namespace(config));
                List<String> lines = new ArrayList<>();
                lines.add(builds.config(config, local));
                Images.output(config).ifPresent(image -> lines.add("-> " + local.of(image)));
                lines.addAll(builds.builds(config, true));
                text.append('\n');
                lines("", lines);
            }
        }
    }

    private void lines(String indent, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            text.append(indent)
                    .append(i == 0 ? "" : "  ")
                    .append(lines.get(i).stripTrailing())
                    .append('\n');
        }
    }

    private List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (String type : objects.unlisted()) {
            problems.add(new Problem(
                    Problem.Severity.WARNING,
                    "Unable to list " + type + " resources.  Not all status relationships can be established.",
                    ""));
        }
        problems.addAll(new RouteProblems(objects, names).find());
        problems.addAll(new WorkloadProblems(objects, images, names, now).find());
        problems.addAll(new BuildProblems(objects, images, builds, names).find());
        return problems;
    }

    private void end(List<Problem> problems) {
        Map<Problem.Severity, List<Problem>> sorted = new LinkedHashMap<>();
        for (Problem.Severity severity : Problem.Severity.values()) {
            List<Problem> these = problems.stream()
                    .filter(problem -> problem.severity() == severity)
                    .toList();
            if (!these.isEmpty()) {
                sorted.put(severity, these);
            }
        }
        sorted.forEach((severity, these) -> {
            if (suggest || severity == Problem.Severity.ERROR) {
                text.append(heading(severity)).append(":\n");
                these.forEach(this::problem);
                text.append('\n');
            }
        });
        if (!suggest && !problems.isEmpty()) {
            String counts = sorted.entrySet().stream()
                    .map(entry -> entry.getKey().count(entry.getValue().size()))
                    .collect(Collectors.joining(", "));
            text.append(counts).append(" identified, use 's2ioc status --suggest' to see details.\n");
        } else if (isEmpty()) {
            text.append("You have no services, deployment configs, or build configs.\n"
                    + "Run 's2ioc new-app' to create an application.\n");
        } else {
            text.append(
                    "View details with 's2ioc describe <resource>/<name>' or list resources with 's2ioc get all'.\n");
        }
    }

    private boolean isEmpty() {
        return Stream.of(
                        KnownTypes.SERVICE,
                        KnownTypes.DEPLOYMENT_CONFIG,
                        KnownTypes.DEPLOYMENT,
                        KnownTypes.BUILD_CONFIG)
                .allMatch(type -> objects.of(type).isEmpty());
    }

    private static String heading(Problem.Severity severity) {
        return switch (severity) {
            case ERROR -> "Errors";
            case WARNING -> "Warnings";
            case INFO -> "Info";
        };
    }

    private void problem(Problem problem) {
        text.append("  * ").append(problem.message()).append('\n');
        if (!suggest || problem.suggestion().isEmpty()) {
            return;
        }
        if (problem.suggestion().contains("\n")) {
            text.append('\n');
            Arrays.stream(problem.suggestion().split("\n"))
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        } else {
            text.append("    try: ").append(problem.suggestion()).append('\n');
        }
    }
}
