package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The parts of a project and what leads from one to another, as a graph for Graphviz. */
public final class StatusGraph {
    private final ProjectObjects objects;
    private final Names names;
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Set<String> edges = new LinkedHashSet<>();

    /** @param namespace empty for all */
    public StatusGraph(ProjectObjects objects, String namespace) {
        this.objects = objects;
        this.names = new Names(namespace);
    }

    /** The graph in the language DOT. */
    public String dot() {
        Images images = new Images(objects);
        BuildLines builds = new BuildLines(objects, images, Instant.EPOCH);
        objects.of(KnownTypes.BUILD_CONFIG).forEach(config -> {
            String name = node(names.of("bc", config));
            Images.base(config).ifPresent(base -> edge(node(names.of(base)), name, "BuildInputImage"));
            Images.output(config).ifPresent(output -> edge(name, node(names.of(output)), "BuildOutput"));
            builds.of(config).forEach(build -> edge(name, node(names.of("build", build)), "Build"));
        });
        Workloads workloads = new Workloads(objects);
        workloads.all().forEach(workload -> {
            String name = node(names.of(workload.type().singular(), workload.object()));
            Images.run(workload.object())
                    .forEach(image -> edge(
                            node(names.of(image)), name, image.isTag() ? "TriggersDeployment" : "UsedInDeployment"));
        });
        objects.of(KnownTypes.SERVICE).forEach(service -> service(service, workloads));
        return text();
    }

    private void service(JsonNode service, Workloads workloads) {
        String name = node(names.of("svc", service));
        workloads
                .behind(service)
                .forEach(workload ->
                        edge(name, node(names.of(workload.type().singular(), workload.object())), "Exposes"));
        objects.of(KnownTypes.ROUTE).stream()
                .filter(route -> ServiceLines.leadsTo(route, service))
                .forEach(route -> edge(node(names.of("route", route)), name, "Routes"));
    }

    private String node(String name) {
        nodes.putIfAbsent(name, nodes.size());
        return name;
    }

    private void edge(String from, String to, String kind) {
        edges.add("  %d -> %d [label=\"%s\"];\n".formatted(nodes.get(from), nodes.get(to), kind));
    }

    private String text() {
        StringBuilder text = new StringBuilder("digraph \"" + names.namespace() + "\" {\n");
        nodes.forEach((name, number) -> text.append("  %d [label=\"%s\"];\n"
                .formatted(number, name.replace("\\", "\\\\").replace("\"", "\\\""))));
        edges.forEach(text::append);
        return text.append("}\n").toString();
    }
}
