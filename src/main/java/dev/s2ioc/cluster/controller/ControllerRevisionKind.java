package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Locale;

/** Controller revisions: what a stateful set or daemon set has been, kept to go back to. */
final class ControllerRevisionKind implements Kind {
    static final Type TYPE = Type.namespaced("apps", "v1", "controllerrevisions", "ControllerRevision");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text("Controller", "Controller of the object", (revision, now) -> controller(revision)),
                new Column(
                        "Revision",
                        "integer",
                        "",
                        "Revision indicates the revision of the state represented by Data.",
                        0,
                        (revision, now) -> revision.path("revision").asLong()),
                Column.age());
    }

    private static String controller(JsonNode revision) {
        return Owner.of(revision)
                .map(owner -> {
                    String version = Json.at(owner, "apiVersion");
                    String group = version.contains("/") ? "." + version.split("/")[0] : "";
                    return Json.at(owner, "kind").toLowerCase(Locale.ROOT) + group + "/" + Json.at(owner, "name");
                })
                .orElse("<none>");
    }

    @Override
    public void validate(ObjectNode revision, Causes causes) {
        if (!revision.hasNonNull("data")) {
            causes.required("data", "data is mandatory");
        }
        if (revision.path("revision").asLong() < 0) {
            causes.invalid("revision", revision.path("revision"), "must be greater than or equal to 0");
        }
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode revision, Causes causes) {
        if (!Canonical.equal(old.path("data"), revision.path("data"))) {
            causes.invalid("data", revision.path("data"), "field is immutable");
        }
    }
}
