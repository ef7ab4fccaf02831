package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.gotemplate.GoText;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code -o json}: four spaces, keys in the order that the object has them. */
final class JsonPrinter implements Printer {

    @Override
    public void print(JsonNode object, PrintStream out) {
        out.print(indented(object) + "\n");
    }

    /** JSON over several lines, with the escapes that Go's encoder makes. */
    static String indented(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, "\n", text);
        return text.toString();
    }

    /** JSON on one line without blanks. */
    static String compact(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> quoted(field.getKey()) + ":" + compact(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(JsonPrinter::compact).collect(Collectors.joining(",", "[", "]"));
        }
        return scalar(node);
    }

    private static void write(JsonNode node, String newline, StringBuilder text) {
        String inner = newline + "    ";
        if (node.isObject() && !node.isEmpty()) {
            text.append('{');
            Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                text.append(inner).append(quoted(field.getKey())).append(": ");
                write(field.getValue(), inner, text);
                text.append(fields.hasNext() ? "," : "");
            }
            text.append(newline).append('}');
        } else if (node.isArray() && !node.isEmpty()) {
            text.append('[');
            for (int i = 0; i < node.size(); i++) {
                text.append(inner);
                write(node.get(i), inner, text);
                text.append(i + 1 < node.size() ? "," : "");
            }
            text.append(newline).append(']');
        } else {
            text.append(scalar(node));
        }
    }

    private static String scalar(JsonNode node) {
        if (node.isTextual()) {
            return quoted(node.asText());
        }
        return node.isFloatingPointNumber() ? GoText.of(node) : node.toString();
    }

    /** A JSON string as Go writes it: what could end a script element or a line of JavaScript is escaped too. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '<', '>', '&', '\u2028', '\u2029' -> text.append(String.format("\\u%04x", (int) c));
                default -> text.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
