package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The functions that templates can call: Go's own, and those that kubectl adds. */
final class Functions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Functions() {}

    static JsonNode call(String name, List<JsonNode> arguments) {
        return switch (name) {
            case "not" -> NODES.booleanNode(!Values.isTrue(one(name, arguments)));
            case "eq", "ne", "lt", "le", "gt", "ge" -> NODES.booleanNode(Relations.hold(name, arguments));
            case "len" -> NODES.numberNode(length(one(name, arguments)));
            case "index" -> index(arguments);
            case "slice" -> slice(arguments);
            case "print" -> NODES.textNode(print(arguments));
            case "println" -> NODES.textNode(spaced(arguments) + "\n");
            case "printf" -> NODES.textNode(GoFormat.format(arguments));
            case "html" -> NODES.textNode(Escapes.html(print(arguments)));
            case "js" -> NODES.textNode(Escapes.js(print(arguments)));
            case "urlquery" -> NODES.textNode(Escapes.urlQuery(print(arguments)));
            case "exists" -> NODES.booleanNode(exists(arguments));
            case "base64decode" -> NODES.textNode(decode(one(name, arguments).asText()));
            case "join" -> NODES.textNode(join(arguments));
            default -> throw new TemplateException("function \"" + name + "\" not defined");
        };
    }

    private static JsonNode one(String name, List<JsonNode> arguments) {
        if (arguments.size() != 1) {
            throw new TemplateException("wrong number of args for " + name + ": want 1 got " + arguments.size());
        }
        return arguments.getFirst();
    }

    private static int length(JsonNode value) {
        if (value.isTextual()) {
            return value.asText().getBytes(StandardCharsets.UTF_8).length;
        }
        if (!value.isContainerNode()) {
            throw new TemplateException(
                    "len of " + (Values.isNothing(value) ? "nil pointer" : "type " + Values.type(value)));
        }
        return value.size();
    }

    private static JsonNode index(List<JsonNode> arguments) {
        if (arguments.isEmpty()) {
            throw new TemplateException("wrong number of args for index: want at least 1 got 0");
        }
        JsonNode value = arguments.getFirst();
        for (JsonNode key : arguments.subList(1, arguments.size())) {
            value = element(value, key);
        }
        return value;
    }

    private static JsonNode element(JsonNode value, JsonNode key) {
        if (value.isObject() && key.isTextual()) {
            return value.path(key.asText());
        }
        if (value.isArray() && key.isIntegralNumber()) {
            return value.get(within(key, 0, value.size() - 1, "index"));
        }
        if (value.isTextual() && key.isIntegralNumber()) {
            byte[] bytes = value.asText().getBytes(StandardCharsets.UTF_8);
            return NODES.numberNode(bytes[within(key, 0, bytes.length - 1, "index")] & 0xff);
        }
        throw new TemplateException(
                Values.isNothing(value)
                        ? "index of untyped nil"
                        : "can't index item of type " + Values.type(value) + " with " + Values.type(key));
    }

    private static int within(JsonNode number, int from, int to, String what) {
        if (!number.isIntegralNumber() || number.asLong() < from || number.asLong() > to) {
            throw new TemplateException(what + " out of range: " + Values.text(number));
        }
        return number.asInt();
    }

    private static JsonNode slice(List<JsonNode> arguments) {
        if (arguments.isEmpty() || arguments.size() > 3) {
            throw new TemplateException("slice takes a value and at most two places, got " + arguments.size());
        }
        JsonNode value = arguments.getFirst();
        if (!value.isTextual() && !value.isArray()) {
            throw new TemplateException("can't slice item of type " + Values.type(value));
        }
        byte[] bytes = value.asText().getBytes(StandardCharsets.UTF_8);
        int size = value.isArray() ? value.size() : bytes.length;
        int to = arguments.size() > 2 ? within(arguments.get(2), 0, size, "index") : size;
        int from = arguments.size() > 1 ? within(arguments.get(1), 0, to, "index") : 0;
        if (value.isTextual()) {
            return NODES.textNode(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
        ArrayNode part = NODES.arrayNode();
        for (int i = from; i < to; i++) {
            part.add(value.get(i));
        }
        return part;
    }

    /** A blank between two arguments when neither is text. */
    private static String print(List<JsonNode> arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0 && !arguments.get(i).isTextual() && !arguments.get(i - 1).isTextual()) {
                text.append(' ');
            }
            text.append(GoText.of(arguments.get(i)));
        }
        return text.toString();
    }

    private static String spaced(List<JsonNode> arguments) {
        return arguments.stream().map(GoText::of).collect(Collectors.joining(" "));
    }

    /** Whether a value has what the keys lead to; unlike index it does not complain. */
    private static boolean exists(List<JsonNode> arguments) {
        JsonNode value = arguments.isEmpty() ? MissingNode.getInstance() : arguments.getFirst();
        for (JsonNode key : arguments.subList(Math.min(1, arguments.size()), arguments.size())) {
            value = key.isTextual() ? value.path(key.asText()) : value.path(key.asInt(-1));
        }
        return !Values.isNothing(value);
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TemplateException("base64 decode failed: " + e.getMessage());
        }
    }

    /** Takes the list and the text between in either order. */
    private static String join(List<JsonNode> arguments) {
        if (arguments.size() != 2
                || arguments.getFirst().isArray() == arguments.getLast().isArray()) {
            throw new TemplateException("join takes a list and the text to put between its items");
        }
        boolean listFirst = arguments.getFirst().isArray();
        String between = arguments.get(listFirst ? 1 : 0).asText();
        return arguments.get(listFirst ? 0 : 1).valueStream().map(GoText::of).collect(Collectors.joining(between));
    }
}
