package dev.s2ioc.command.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Works out how a stored role or binding must change so that it gives what a file says. */
final class Reconciliation {
    private final ObjectNode result;
    private final List<String> changes = new ArrayList<>();
    private boolean recreation;

    private Reconciliation(JsonNode stored) {
        this.result = stored.deepCopy();
    }

    /**
     * @param stored the object as it is
     * @param wanted the object as the file says
     * @param exactly whether what the file does not give is taken away
     */
    static Reconciliation of(JsonNode stored, ObjectNode wanted, boolean exactly) {
        Reconciliation reconciliation = new Reconciliation(stored);
        reconciliation.result.put("apiVersion", wanted.path("apiVersion").asText());
        reconciliation.result.put("kind", wanted.path("kind").asText());
        reconciliation.addMetadata(wanted, "labels");
        reconciliation.addMetadata(wanted, "annotations");
        if (wanted.path("kind").asText().endsWith("Binding")) {
            reconciliation.bind(wanted, exactly);
        } else {
            reconciliation.permit(wanted, exactly);
        }
        return reconciliation;
    }

    private void addMetadata(ObjectNode wanted, String field) {
        wanted.path("metadata").path(field).properties().forEach(pair -> {
            ObjectNode present = result.withObject("/metadata/" + field);
            if (!pair.getValue().equals(present.get(pair.getKey()))) {
                present.set(pair.getKey(), pair.getValue());
                changes.add(field + " added:\n\t\t" + pair.getKey() + "="
                        + pair.getValue().asText());
            }
        });
    }

    private void permit(ObjectNode wanted, boolean exactly) {
        Permissions has = new Permissions(result.path("rules"));
        Permissions should = new Permissions(wanted.path("rules"));
        ArrayNode missing = has.missingOf(should);
        ArrayNode extra = should.missingOf(has);
        tell("missing rules added", missing);
        if (exactly && !extra.isEmpty()) {
            tell("extra rules removed", extra);
            result.set("rules", wanted.path("rules"));
        } else {
            result.withArray("/rules").addAll(missing);
        }
        JsonNode aggregation = wanted.path("aggregationRule");
        if (!aggregation.isMissingNode() && !aggregation.equals(result.path("aggregationRule"))) {
            result.set("aggregationRule", aggregation);
            changes.add("aggregation rule set");
        }
    }

    private void bind(ObjectNode wanted, boolean exactly) {
        if (!wanted.path("roleRef").path("kind").equals(result.path("roleRef").path("kind"))
                || !wanted.path("roleRef")
                        .path("name")
                        .equals(result.path("roleRef").path("name"))) {
            recreation = true;
            result.set("roleRef", wanted.path("roleRef"));
            changes.add("role reference changed");
        }
        List<JsonNode> missing = others(wanted.path("subjects"), result.path("subjects"));
        List<JsonNode> extra = others(result.path("subjects"), wanted.path("subjects"));
        tell("missing subjects added", missing);
        if (exactly && !extra.isEmpty()) {
            tell("extra subjects removed", extra);
            result.set("subjects", wanted.path("subjects").isArray() ? wanted.path("subjects") : result.arrayNode());
        } else if (!missing.isEmpty()) {
            result.withArray("/subjects").addAll(missing);
        }
    }

    private static List<JsonNode> others(JsonNode subjects, JsonNode known) {
        return subjects.valueStream()
                .filter(subject -> known.valueStream().noneMatch(other -> same(subject, other)))
                .toList();
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return List.of("kind", "name", "namespace").stream()
                .allMatch(field ->
                        one.path(field).asText("").equals(other.path(field).asText("")));
    }

    private void tell(String what, Iterable<JsonNode> list) {
        StringBuilder text = new StringBuilder(what + ":");
        list.forEach(item -> text.append("\n\t\t").append(item));
        if (list.iterator().hasNext()) {
            changes.add(text.toString());
        }
    }

    /** The object as it should be. */
    ObjectNode result() {
        return result;
    }

    /** What must change, in words; empty if nothing must. */
    List<String> changes() {
        return changes;
    }

    /** Whether the server would refuse the change: the object must be made anew. */
    boolean needsRecreation() {
        return recreation;
    }

    /** Whether the object says that it is not to be changed so. */
    boolean isProtected() {
        return result.path("metadata")
                .path("annotations")
                .path("rbac.authorization.kubernetes.io/autoupdate")
                .asText("")
                .equals("false");
    }
}
