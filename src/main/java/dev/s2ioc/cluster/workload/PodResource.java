package dev.s2ioc.cluster.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Watch;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods. Those of builds are all there are so far: others cannot be made, as nothing would run them. */
final class PodResource implements Resource {
    static final Type TYPE = Type.namespaced("", "v1", "pods", "Pod", "po").inAll();

    private static final List<List<String>> FIELDS = List.of(
            List.of("spec", "nodeName"),
            List.of("spec", "restartPolicy"),
            List.of("spec", "schedulerName"),
            List.of("spec", "serviceAccountName"),
            List.of("spec", "hostNetwork"),
            List.of("status", "phase"),
            List.of("status", "podIP"),
            List.of("status", "nominatedNodeName"));

    private final BuildPodView ofBuilds;

    PodResource(BuildPodView ofBuilds) {
        this.ofBuilds = ofBuilds;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get, Verb.list, Verb.watch, Verb.delete, Verb.deletecollection);
    }

    @Override
    public List<Column> columns() {
        return PodColumns.all();
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return BuildPod.of(build(call, name)).orElseThrow(() -> StatusException.notFound(TYPE, name));
    }

    private ObjectNode build(Call call, String name) {
        return ofBuilds.build(call, name).orElseThrow(() -> StatusException.notFound(TYPE, name));
    }

    @Override
    public Listing list(Call call, Page page) {
        return ofBuilds.list(call, page);
    }

    @Override
    public Watch watch(Call call, long fromRevision) {
        return ofBuilds.watch(call, fromRevision);
    }

    /** The answer is the pod, as from Kubernetes, though here it is gone at once: there is no process to wait for. */
    @Override
    public Deleted delete(Call call, String name, DeleteOptions options) {
        ObjectNode build = build(call, name);
        ObjectNode pod = get(call, name);
        options.requirePreconditions(TYPE, pod);
        if (!call.dryRun()) {
            ofBuilds.delete(build);
        }
        return new Deleted(pod, false);
    }

    @Override
    public Map<String, String> fields(JsonNode pod) {
        Map<String, String> fields = new HashMap<>(Resource.super.fields(pod));
        FIELDS.forEach(path -> fields.put(String.join(".", path), Json.at(pod, path.toArray(String[]::new))));
        return fields;
    }
}
