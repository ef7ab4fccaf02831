package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Where manifests and blobs of one name are: in a registry, or on disk. */
public interface Repository {

    /** A manifest is small, and so is a config. */
    int LONGEST = 8 * 1024 * 1024;

    /** The name within the registry. */
    String path();

    /**
     * A manifest.
     *
     * @param reference a tag or a digest
     * @param verify whether what comes must have the digest that was asked for
     */
    Manifest manifest(String reference, boolean verify) throws IOException, InterruptedException;

    /** Whether a manifest is there. */
    boolean hasManifest(String digest) throws IOException, InterruptedException;

    /** Keeps a manifest, whose blobs must be there, under its digest and, if one is given, under a tag. */
    void put(Manifest manifest, Optional<String> tag) throws IOException, InterruptedException;

    /** The content of a blob, to be read to its end and closed. */
    InputStream blob(String digest, boolean verify) throws IOException, InterruptedException;

    boolean hasBlob(String digest) throws IOException, InterruptedException;

    /** Takes a blob from another repository of the same registry; false if that is not to be had. */
    boolean mount(String digest, Repository from) throws IOException, InterruptedException;

    /** Keeps a blob, unless what comes has another digest. */
    void upload(String digest, InputStream content) throws IOException, InterruptedException;

    List<String> tags() throws IOException, InterruptedException;

    /** A blob that is JSON, such as an image's config. */
    default JsonNode json(String digest, boolean verify) throws IOException, InterruptedException {
        try (InputStream content = blob(digest, verify)) {
            return new ObjectMapper().readTree(small(content, digest));
        }
    }

    static byte[] small(InputStream content, String what) throws IOException {
        byte[] bytes = content.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new IOException(what + " is too large");
        }
        return bytes;
    }
}
