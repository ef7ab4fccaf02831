package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON as it came over the wire.
 *
 * @param duplicates which fields came more than once; the last one counts
 */
record ParsedJson(JsonNode tree, List<String> duplicates) {
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(500).build())
            .build());

    static ParsedJson of(byte[] bytes) throws IOException {
        List<String> duplicates = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw new IOException("it is empty");
            }
            JsonNode tree = value(parser, "", duplicates);
            if (parser.nextToken() != null) {
                throw new IOException("there is more after its end");
            }
            return new ParsedJson(tree, duplicates);
        }
    }

    private static JsonNode value(JsonParser parser, String path, List<String> duplicates) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path, duplicates);
            case START_ARRAY -> array(parser, path, duplicates);
            case VALUE_STRING -> TextNode.valueOf(wellFormed(parser.getText()));
            default -> number(parser);
        };
    }

    private static ObjectNode object(JsonParser parser, String path, List<String> duplicates) throws IOException {
        ObjectNode object = Json.object();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(parser.currentName());
            String inner = path.isEmpty() ? name : path + "." + name;
            parser.nextToken();
            JsonNode value = value(parser, inner, duplicates);
            if (object.replace(name, value) != null) {
                duplicates.add("duplicate field \"" + inner + "\"");
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, String path, List<String> duplicates) throws IOException {
        ArrayNode array = Json.array();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, path + "[" + array.size() + "]", duplicates));
        }
        return array;
    }

    private static JsonNode number(JsonParser parser) throws IOException {
        JsonNode node = parser.readValueAsTree();
        if (node.isDouble() && !Double.isFinite(node.asDouble())) {
            throw new IOException("a number is out of range");
        }
        return node;
    }

    /** Half of a surrogate pair is no character; it could not be written again. */
    private static String wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : StandardCharsets.UTF_16
                        .decode(StandardCharsets.UTF_16.encode(text))
                        .toString();
    }
}
