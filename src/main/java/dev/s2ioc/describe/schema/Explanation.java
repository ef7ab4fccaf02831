package dev.s2ioc.describe.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells what a type, or a field of it, is for and which fields it has, in the server's own words. */
public final class Explanation {
    private static final int WIDTH = 76;
    private static final int ENUM_LIMIT = 4;

    private final Schemas schemas;
    private final boolean recursive;
    private final StringBuilder text = new StringBuilder();

    private Explanation(Schemas schemas, boolean recursive) {
        this.schemas = schemas;
        this.recursive = recursive;
    }

    /**
     * The text; empty if the type has no such field.
     *
     * @param schema the type's own schema
     * @param path the names of fields, from the outermost; none for the type itself
     * @param recursive all fields of fields, without a word about them
     */
    public static Optional<String> of(
            ResourceType type, JsonNode schema, Schemas schemas, List<String> path, boolean recursive) {
        JsonNode subject = schema;
        for (String name : path) {
            subject = schemas.withFields(subject).path("properties").path(name);
        }
        if (subject.isMissingNode()) {
            return Optional.empty();
        }
        Explanation explanation = new Explanation(schemas, recursive);
        explanation.head(type);
        if (!path.isEmpty()) {
            explanation.field(path.getLast(), subject);
        }
        explanation.body(subject);
        return Optional.of(explanation.text.append('\n').toString());
    }

    private void head(ResourceType type) {
        if (!type.group().isEmpty()) {
            text.append("GROUP:      ").append(type.group()).append('\n');
        }
        text.append("KIND:       ").append(type.kind()).append('\n');
        text.append("VERSION:    ").append(type.version()).append("\n\n");
    }

    private void field(String name, JsonNode subject) {
        text.append("FIELD: %s <%s>\n".formatted(name, Schemas.typeName(subject)));
        List<String> values = values(subject);
        if (!values.isEmpty()) {
            text.append("ENUM:");
            values.forEach(value -> text.append("\n    ").append(value.isEmpty() ? "\"\"" : value));
        }
        text.append("\n\n");
    }

    private void body(JsonNode subject) {
        List<String> words = new ArrayList<>();
        describe(subject, words);
        String description = words.isEmpty()
                ? "<empty>"
                : words.stream().map(word -> word + "\n").collect(Collectors.joining());
        text.append("DESCRIPTION:\n").append(WordWrap.of(description, WIDTH, 4)).append('\n');
        JsonNode parent = schemas.withFields(subject);
        if (!parent.isMissingNode()) {
            text.append("FIELDS:\n");
            fields(parent, 1, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    /** What a schema says of itself, then what those say that it refers to. */
    private void describe(JsonNode schema, List<String> words) {
        JsonNode whole = schemas.resolved(schema);
        if (!whole.path("description").asText("").isEmpty()) {
            words.add(whole.path("description").asText());
        }
        schemas.parts(schema).forEach(part -> describe(part, words));
    }

    private void fields(JsonNode parent, int level, Set<JsonNode> told) {
        told.add(parent);
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        parent.path("properties").properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        sorted.forEach((name, schema) -> {
            boolean required = parent.path("required")
                    .valueStream()
                    .anyMatch(one -> one.asText().equals(name));
            line(name, schema, required, level);
            JsonNode inner = schemas.withFields(schema);
            if (recursive && !inner.isMissingNode() && !told.contains(inner)) {
                fields(inner, level + 1, told);
            }
        });
        told.remove(parent);
    }

    private void line(String name, JsonNode schema, boolean required, int level) {
        String indent = "  ".repeat(level);
        text.append(indent)
                .append(name)
                .append("\t<")
                .append(Schemas.typeName(schema))
                .append('>');
        text.append(required ? " -required-\n" : "\n");
        List<String> values = values(schema);
        if (!values.isEmpty()) {
            text.append(indent)
                    .append("enum: ")
                    .append(String.join(", ", values.subList(0, Math.min(ENUM_LIMIT, values.size()))));
            text.append(values.size() > ENUM_LIMIT ? ", ....\n" : "\n");
        }
        if (!recursive) {
            String description = schema.path("description").asText("");
            text.append(WordWrap.of(description.isEmpty() ? "<no description>" : description, WIDTH, 4))
                    .append("\n\n");
        }
    }

    private List<String> values(JsonNode schema) {
        List<String> values = new ArrayList<>();
        JsonNode whole = schemas.resolved(schema);
        whole.path("enum").forEach(value -> values.add(value.asText()));
        return values;
    }
}
