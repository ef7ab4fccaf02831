package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** The ending of a name that changes with the content; the same that kubectl and kustomize compute. */
final class ContentHash {
    private static final String DIGITS = "0123456789abcdef";
    /** Without the letters that could make up words. */
    private static final String LETTERS = "gh2k456789mbcdtf";

    private ContentHash() {}

    /** Appends the hash to the object's name. */
    static void append(ObjectNode object) {
        ObjectNode metadata = (ObjectNode) object.path("metadata");
        metadata.put("name", metadata.path("name").asText() + "-" + of(object));
    }

    private static String of(ObjectNode object) {
        TreeMap<String, JsonNode> hashed = new TreeMap<>();
        boolean secret = object.path("kind").asText().equals("Secret");
        hashed.put("kind", object.get("kind"));
        hashed.put("name", object.path("metadata").get("name"));
        hashed.put("data", secret || object.has("data") ? sorted(object.path("data")) : Json.object());
        if (object.has("binaryData")) {
            hashed.put("binaryData", sorted(object.get("binaryData")));
        }
        if (secret) {
            hashed.put(
                    "type", object.path("type").isMissingNode() ? Json.object().textNode("") : object.get("type"));
        }
        ObjectNode whole = Json.object();
        whole.setAll(hashed);
        String json = new String(Json.bytes(whole), StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
        return hash(json);
    }

    private static ObjectNode sorted(JsonNode data) {
        TreeMap<String, JsonNode> entries = new TreeMap<>();
        data.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        ObjectNode sorted = Json.object();
        sorted.setAll(entries);
        return sorted;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder ending = new StringBuilder();
            HexFormat.of()
                    .formatHex(digest, 0, 5)
                    .chars()
                    .forEach(c -> ending.append(LETTERS.charAt(DIGITS.indexOf(c))));
            return ending.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
