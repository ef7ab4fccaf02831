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

    /** @param phase what went on, to end the sentence "stalled while" */
    static UploadStoppedException stalled(String phase) {
        return new UploadStoppedException("the upload stalled while " + phase, Optional.empty());
    }

    /** The build that has ended; empty if the upload stalled. */
    public Optional<JsonNode> build() {
        return build;
    }
}
