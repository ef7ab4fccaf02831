package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which objects of a list or watch are meant: the label selector and the field selector of a request. */
final class Selection {
    private record Field(String name, String value, boolean equal) {}

    private final Resource resource;
    private final LabelSelector labels;
    private final List<Field> fields;

    private Selection(Resource resource, LabelSelector labels, List<Field> fields) {
        this.resource = resource;
        this.labels = labels;
        this.fields = fields;
    }

    static Selection of(Resource resource, Call call) {
        LabelSelector labels =
                LabelSelector.parse(call.parameter("labelSelector").orElse(""));
        List<Field> fields = new ArrayList<>();
        String selector = call.parameter("fieldSelector").orElse("");
        for (String term : selector.split("(?<!\\\\),")) {
            if (!term.isBlank()) {
                fields.add(field(term.strip()));
            }
        }
        Selection selection = new Selection(resource, labels, fields);
        selection.requireKnownFields();
        return selection;
    }

    /** With a name in the path, as {@code GET …/builds/x?watch=true}. */
    Selection named(String name) {
        List<Field> more = new ArrayList<>(fields);
        if (!name.isEmpty()) {
            more.add(new Field("metadata.name", name, true));
        }
        return new Selection(resource, labels, more);
    }

    private static Field field(String term) {
        for (String operator : List.of("!=", "==", "=")) {
            int at = term.indexOf(operator);
            if (at >= 0) {
                String value = term.substring(at + operator.length());
                return new Field(term.substring(0, at), unescaped(value), !operator.equals("!="));
            }
        }
        throw StatusException.badRequest("invalid selector: '" + term + "'; can't understand '" + term + "'");
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\([\\\\,=])", "$1");
    }

    private void requireKnownFields() {
        Map<String, String> known = resource.fields(Json.object());
        for (Field field : fields) {
            if (!known.containsKey(field.name())) {
                throw StatusException.badRequest("field label not supported: " + field.name());
            }
        }
    }

    boolean isEverything() {
        return labels.isEmpty() && fields.isEmpty();
    }

    boolean matches(JsonNode object) {
        if (!labels.matches(object.path("metadata").path("labels"))) {
            return false;
        }
        if (fields.isEmpty()) {
            return true;
        }
        Map<String, String> values = resource.fields(object);
        return fields.stream()
                .allMatch(field -> values.getOrDefault(field.name(), "").equals(field.value()) == field.equal());
    }
}
