package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How an answer is written: JSON, JSON for people, or YAML. */
enum Representation {
    JSON("application/json"),
    PRETTY("application/json"),
    YAML("application/yaml");

    private static final List<String> FOR_PEOPLE = List.of("curl", "Wget", "Mozilla/5.0");
    private static final ObjectWriter INDENTED = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE));

    private final String contentType;

    Representation(String contentType) {
        this.contentType = contentType;
    }

    /** What the client prefers; programs that people type get it indented unless they ask otherwise, as on any cluster. */
    static Representation of(Exchange exchange) {
        for (Accept.Range range : Accept.Range.of(exchange.header("Accept").orElse(""))) {
            if (range.isYaml()) {
                return YAML;
            }
            if (range.isJson()) {
                break;
            }
        }
        List<String> pretty = exchange.query().getOrDefault("pretty", List.of());
        String agent = exchange.header("User-Agent").orElse("");
        boolean indented = pretty.isEmpty()
                ? FOR_PEOPLE.stream().anyMatch(agent::startsWith)
                : List.of("1", "t", "true", "TRUE", "True", "T").contains(pretty.getFirst());
        return indented ? PRETTY : JSON;
    }

    String contentType() {
        return contentType;
    }

    byte[] bytes(JsonNode body) {
        return switch (this) {
            case JSON -> Json.bytes(body);
            case PRETTY -> indented(body);
            case YAML -> Yaml.text(body).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] indented(JsonNode body) {
        try {
            return (INDENTED.writeValueAsString(body) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }
}
