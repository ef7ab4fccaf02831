package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a secret or a config map holds, by key.
 *
 * @param secret whether nobody else may read the files that are made of it
 */
record HeldData(boolean secret, Map<String, byte[]> values) {

    static HeldData of(JsonNode object) {
        return of(object, object.path("kind").asText(""));
    }

    static HeldData of(JsonNode object, String kind) {
        Map<String, byte[]> values = new TreeMap<>();
        switch (kind) {
            case "ConfigMap" -> {
                addText(object.path("data"), values);
                addBase64(object.path("binaryData"), values);
            }
            case "Secret" -> {
                addBase64(object.path("data"), values);
                addText(object.path("stringData"), values);
            }
            default ->
                throw new CommandFailure(kind + "/"
                        + object.path("metadata").path("name").asText("")
                        + " does not support extraction; secrets and config maps do");
        }
        values.keySet().forEach(HeldData::requireFileName);
        return new HeldData(kind.equals("Secret"), values);
    }

    /** A server, or a file, must not make us write elsewhere. */
    private static void requireFileName(String key) {
        if (!key.matches("[-._a-zA-Z0-9]+") || key.equals(".") || key.equals("..")) {
            throw new CommandFailure("\"" + key + "\" cannot be the name of a file");
        }
    }

    private static void addText(JsonNode map, Map<String, byte[]> values) {
        map.properties()
                .forEach(entry ->
                        values.put(entry.getKey(), entry.getValue().asText().getBytes(StandardCharsets.UTF_8)));
    }

    private static void addBase64(JsonNode map, Map<String, byte[]> values) {
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            try {
                values.put(
                        entry.getKey(),
                        Base64.getMimeDecoder().decode(entry.getValue().asText()));
            } catch (IllegalArgumentException e) {
                throw new CommandFailure("the value of \"" + entry.getKey() + "\" is not base64", e);
            }
        }
    }

    /** The values of these keys; of all keys if none is named. */
    Map<String, byte[]> only(List<String> keys) {
        Map<String, byte[]> chosen = new TreeMap<>(values);
        if (!keys.isEmpty()) {
            chosen.keySet().retainAll(keys);
        }
        return chosen;
    }

    void write(Path file, byte[] value) throws IOException {
        if (secret && !Files.exists(file) && isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, value, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
