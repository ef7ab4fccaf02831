package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds: one run each. What is built is settled when it begins; what became of it, when it ends. */
public final class BuildKind implements Kind {
    public static final Type TYPE =
            Type.namespaced("build.openshift.io", "v1", "builds", "Build").inAll();
    private static final Set<String> TERMINAL = Set.of("Complete", "Failed", "Error", "Cancelled");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                BuildColumns.TYPE,
                BuildColumns.FROM,
                BuildColumns.STATUS,
                BuildColumns.STARTED,
                BuildColumns.DURATION);
    }

    /** Oldest first. */
    @Override
    public List<ObjectNode> tableOrder(List<ObjectNode> builds) {
        return builds.stream()
                .sorted(Comparator.comparing(build -> Json.at(build, "metadata", "creationTimestamp")))
                .toList();
    }

    @Override
    public boolean updatesUnconditionally() {
        return false;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public void setDefaults(ObjectNode build) {
        BuildDefaults.set(Json.child(build, "spec"));
        ObjectNode status = Json.child(build, "status");
        if (Json.at(status, "phase").isEmpty()) {
            status.put("phase", "New");
        }
        Json.child(status, "output");
    }

    @Override
    public void validate(ObjectNode build, Causes causes) {
        BuildRules.validate(Json.child(build, "spec"), causes);
    }

    /** A pushSecret is found out after the build has been made. */
    @Override
    public void validateUpdate(ObjectNode old, ObjectNode build, Causes causes) {
        String before = Json.at(old, "status", "phase");
        String phase = Json.at(build, "status", "phase");
        if (TERMINAL.contains(before) && !phase.equals(before)) {
            causes.invalid("status.phase", phase, "phase cannot be updated from a terminal state");
        }
        if (!withoutPushSecret(old.path("spec")).equals(withoutPushSecret(build.path("spec")))) {
            causes.invalid(
                    "spec", "content of spec is not printed out, please refer to the details", "spec is immutable");
        }
    }

    private static JsonNode withoutPushSecret(JsonNode spec) {
        JsonNode copy = spec.deepCopy();
        if (copy.path("output") instanceof ObjectNode output) {
            output.remove("pushSecret");
        }
        return copy;
    }

    @Override
    public Map<String, String> fields(JsonNode build) {
        String pod = Json.at(build.path("metadata").path("annotations"), "openshift.io/build.pod-name");
        return Map.of(
                "status",
                Json.at(build, "status", "phase"),
                "podName",
                pod.isEmpty() ? Json.at(build, "metadata", "name") + "-build" : pod);
    }
}
