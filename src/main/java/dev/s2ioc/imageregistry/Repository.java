package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A repository of a registry: manifests and the small blobs that they name. */
public record Repository(Registries registries, String host, String path) {
    private static final int LONGEST = 8 * 1024 * 1024;

    /**
     * A manifest.
     *
     * @param reference a tag or a digest
     * @param verify whether what comes must have the digest that was asked for
     */
    public Manifest manifest(String reference, boolean verify) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = registries.send(this, "GET", "manifests/" + reference, Manifest.ACCEPTED);
        byte[] bytes = read(answer, reference);
        String digest = digest(bytes);
        if (reference.startsWith("sha256:") && verify) {
            require(reference, digest);
        }
        JsonNode json = new ObjectMapper().readTree(bytes);
        String said = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        return new Manifest(json.path("mediaType").asText(said), digest, json);
    }

    /** A blob that is JSON, such as an image's config. */
    public JsonNode json(String digest, boolean verify) throws IOException, InterruptedException {
        byte[] bytes = read(registries.send(this, "GET", "blobs/" + digest, ""), digest);
        if (digest.startsWith("sha256:") && verify) {
            require(digest, digest(bytes));
        }
        return new ObjectMapper().readTree(bytes);
    }

    private static byte[] read(HttpResponse<InputStream> answer, String what) throws IOException {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException(what + " is too large");
            }
            return bytes;
        }
    }

    private static void require(String wanted, String found) throws IOException {
        if (!wanted.equals(found)) {
            throw new IOException("the content of " + wanted + " has the digest " + found
                    + ": it was changed on its way; --skip-verification takes it nevertheless");
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
