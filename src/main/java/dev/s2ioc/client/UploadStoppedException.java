package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An upload that went on for nothing was stopped from this side. The message says why. */
public final class UploadStoppedException extends RuntimeException {
    private final transient Optional<JsonNode> build;

    private UploadStoppedException(String message, Optional<JsonNode> build) {
        super(message);
        this.build = build;
    }

    static UploadStoppedException ended(JsonNode build) {
        return new UploadStoppedException(
                "build " + Builds.name(build) + " ended before its input was sent", Optional.of(build));
    }

    static UploadStoppedException stalled(String message) {
        return new UploadStoppedException(message, Optional.empty());
    }

    /** The build that has ended; empty if the upload stalled. */
    public Optional<JsonNode> build() {
        return build;
    }
}
