package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** Objects compared and summed up by what they say, whatever the order in which they say it. */
final class Canonical {
    /** No vowels, so that no word comes out; the set from which Kubernetes makes such names. */
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private Canonical() {}

    static boolean equal(JsonNode one, JsonNode other) {
        return text(one).equals(text(other));
    }

    static String text(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    /** Fields without a value say nothing; nor do the empty resources of a container, which some clients write and others do not. */
    private static boolean isSilent(String name, JsonNode value) {
        return value.isNull() || name.equals("resources") && value.isEmpty();
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node instanceof ObjectNode object) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            object.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
            text.append('{');
            sorted.forEach((name, value) -> {
                if (!isSilent(name, value)) {
                    text.append(Json.object().textNode(name)).append(':');
                    write(value, text);
                    text.append(',');
                }
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(each -> {
                write(each, text);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(node);
        }
    }

    /** A short word for an object, that is another one after so many collisions. */
    static String hash(JsonNode node, long collisions) {
        int hash = 0x811c9dc5;
        String text = text(node) + (collisions == 0 ? "" : "#" + collisions);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x01000193;
        }
        StringBuilder word = new StringBuilder();
        for (char digit : Integer.toUnsignedString(hash).toCharArray()) {
            word.append(ALPHABET.charAt(digit % ALPHABET.length()));
        }
        return word.toString();
    }
}
