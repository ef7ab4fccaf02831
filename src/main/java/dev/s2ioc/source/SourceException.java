package dev.s2ioc.source;

import java.io.IOException;

/** What should be sent cannot be sent. The message is the sentence for the user. */
public final class SourceException extends IOException {
    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
