package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.gotemplate.GoText;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * Kubernetes' strict subset of YAML: braces and brackets instead of meaning in the indentation, every string in quotes.
 * Lists of objects share their brackets' lines; text of several lines is folded, a line each.
 */
final class KyamlText {
    private static final String FOLD = "\\\n";

    private final StringBuilder text = new StringBuilder();

    private KyamlText() {}

    /** The document, from its line of dashes to a newline. */
    static String of(JsonNode node) {
        KyamlText kyaml = new KyamlText();
        kyaml.text.append("---\n");
        kyaml.value(node, 0);
        return kyaml.text.append('\n').toString();
    }

    private void value(JsonNode node, int indent) {
        if (node.isObject()) {
            object(node, indent);
        } else if (node.isArray()) {
            list(node, indent);
        } else if (node.isTextual()) {
            string(node.asText(), indent + 1);
        } else {
            text.append(node.isNull() || node.isMissingNode() ? "null" : GoText.of(node));
        }
    }

    private void object(JsonNode node, int indent) {
        if (node.isEmpty()) {
            text.append("{}");
            return;
        }
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        text.append("{\n");
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            margin(indent + 1);
            key(field.getKey());
            text.append(": ");
            value(field.getValue(), indent + 1);
            text.append(",\n");
        }
        margin(indent);
        text.append('}');
    }

    private void key(String key) {
        if (key.matches("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_./-]*[\\p{L}\\p{N}_])?") && !isTakenForAnother(key)) {
            text.append(key);
        } else {
            line(key);
        }
    }

    private static boolean isTakenForAnother(String key) {
        return YamlStyle.of(key, true) == YamlStyle.DOUBLE_QUOTED
                || key.matches("[tTfF]|(?i)null|true|false|yes|no|on|off");
    }

    private void list(JsonNode node, int indent) {
        boolean shared = StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isContainerNode);
        text.append('[');
        String separator = "";
        for (JsonNode item : node) {
            if (shared) {
                text.append(separator);
                separator = ", ";
                value(item, indent);
            } else {
                text.append(separator.isEmpty() ? "\n" : "");
                separator = "\n";
                margin(indent + 1);
                value(item, indent + 1);
                text.append(",\n");
            }
        }
        if (!shared) {
            margin(indent);
        }
        text.append(']');
    }

    private void string(String value, int indent) {
        if (value.indexOf('\n') < 0) {
            line(value);
            return;
        }
        text.append('"').append(FOLD);
        String[] lines = value.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean last = i == lines.length - 1;
            if (last && lines[i].isEmpty()) {
                break;
            }
            margin(indent);
            // What a line begins with would be lost in folding, so blanks are escaped there; the others stand below
            // them.
            text.append(!lines[i].isEmpty() && Character.isWhitespace(lines[i].charAt(0)) ? '\\' : ' ');
            escaped(lines[i]);
            text.append(last ? "" : "\\n").append(FOLD);
        }
        margin(indent);
        text.append('"');
    }

    private void line(String value) {
        text.append('"');
        escaped(value);
        text.append('"');
    }

    private void escaped(String value) {
        value.codePoints().forEach(c -> text.append(c > 0xffff ? Character.toString(c) : YamlScalar.escaped(c)));
    }

    private void margin(int indent) {
        text.append("  ".repeat(indent));
    }
}
