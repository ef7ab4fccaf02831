package dev.s2ioc.cluster.registry;

import java.io.IOException;

/** A refusal in the words of the distribution specification: an HTTP status, an error code, a sentence for the user. */
public final class RegistryException extends RuntimeException {
    private final int status;
    private final String code;

    public RegistryException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** A failure of the disk. Java tells a full one by its message only. */
    static RegistryException storage(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left on device")
                ? new RegistryException(
                        507,
                        "UNKNOWN",
                        "the disk with the registry's data is full: make room (s2ioc cluster prune --confirm frees what"
                                + " nothing refers to), then try again")
                : new RegistryException(500, "UNKNOWN", "the registry's storage failed: " + failure);
    }

    static RegistryException unknownManifest(String repository, String reference) {
        return new RegistryException(404, "MANIFEST_UNKNOWN", "there is no image " + repository + " " + reference);
    }

    static RegistryException unknownBlob(Digest digest) {
        return new RegistryException(404, "BLOB_UNKNOWN", "there is no blob " + digest);
    }

    static RegistryException needed(Digest blob) {
        return unsupported("an image needs the blob " + blob + ": delete the image first");
    }

    static RegistryException unauthorized(String message) {
        return new RegistryException(401, "UNAUTHORIZED", message);
    }

    static RegistryException unsupported(String message) {
        return new RegistryException(405, "UNSUPPORTED", message);
    }
}
