package dev.s2ioc.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values where a tree names parameters: <code>${NAME}</code> within a text, <code>${{NAME}}</code> for any JSON. */
final class Substitution {
    static final Pattern WITHIN = Pattern.compile("\\$\\{([a-zA-Z0-9_]+)\\}");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern WHOLE = Pattern.compile("\\$\\{\\{([a-zA-Z0-9_]+)\\}\\}");

    private final Map<String, String> values;

    Substitution(Map<String, String> values) {
        this.values = values;
    }

    JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> result.set(text(field.getKey()), of(field.getValue())));
            return result;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> result.add(of(item)));
            return result;
        }
        return node.isTextual() ? ofText(node.asText()) : node;
    }

    private JsonNode ofText(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches() || !values.containsKey(whole.group(1))) {
            return TextNode.valueOf(text(text));
        }
        String value = values.get(whole.group(1));
        try {
            JsonNode json = MAPPER.readTree(value);
            return json.isMissingNode() ? TextNode.valueOf(value) : json;
        } catch (JsonProcessingException e) {
            // No JSON: the text itself is meant.
            return TextNode.valueOf(value);
        }
    }

    String text(String text) {
        return WITHIN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
