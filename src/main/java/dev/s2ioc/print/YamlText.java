package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.gotemplate.GoText;
import java.util.Map;
import java.util.TreeMap;

/**
 * YAML in the layout of Go's sigs.k8s.io/yaml, which oc prints: keys in natural order, sequences not indented under their
 * key, long plain and quoted text folded.
 */
public final class YamlText {
    private static final int INDENT = 2;
    private static final int LONGEST_SIMPLE_KEY = 128;

    private final YamlScalar scalar = new YamlScalar();

    private YamlText() {}

    /** The document, ending in a newline. */
    public static String of(JsonNode node) {
        YamlText yaml = new YamlText();
        if (isBlock(node)) {
            yaml.block(node, 0);
        } else {
            yaml.flow(node, 0);
        }
        return yaml.scalar.text();
    }

    private static boolean isBlock(JsonNode node) {
        return node.isContainerNode() && !node.isEmpty();
    }

    /** Writes a mapping or a sequence; the cursor stands where its first line begins. */
    private void block(JsonNode node, int indent) {
        if (node.isArray()) {
            boolean first = true;
            for (JsonNode item : node) {
                margin(first, indent);
                first = false;
                scalar.put("- ");
                if (isBlock(item)) {
                    block(item, indent + INDENT);
                } else {
                    flow(item, indent + INDENT);
                }
            }
            return;
        }
        TreeMap<String, JsonNode> fields = new TreeMap<>(new NaturalOrder());
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        boolean first = true;
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            margin(first, indent);
            first = false;
            key(field.getKey(), indent);
            value(field.getValue(), indent);
        }
    }

    private void margin(boolean first, int indent) {
        if (!first) {
            scalar.put(" ".repeat(indent));
        }
    }

    private void key(String key, int indent) {
        if (key.length() > LONGEST_SIMPLE_KEY) {
            scalar.put("? ");
            scalar.write(key, indent + INDENT, false);
            scalar.put("\n" + " ".repeat(indent) + ":");
        } else {
            scalar.write(key, indent + INDENT, true);
            scalar.put(":");
        }
    }

    private void value(JsonNode value, int indent) {
        if (!isBlock(value)) {
            scalar.put(" ");
            flow(value, indent + INDENT);
            return;
        }
        int inner = value.isArray() ? indent : indent + INDENT;
        scalar.put("\n" + " ".repeat(inner));
        block(value, inner);
    }

    /** Writes what fits behind a key or a dash, and ends the line. */
    private void flow(JsonNode node, int indent) {
        if (node.isTextual()) {
            scalar.write(node.asText(), indent, false);
        } else if (node.isArray()) {
            scalar.put("[]");
        } else if (node.isObject()) {
            scalar.put("{}");
        } else {
            scalar.put(node.isNull() || node.isMissingNode() ? "null" : GoText.of(node));
        }
        scalar.endLine();
    }
}
