package dev.s2ioc.client;

/** The server has begun a stream and then told that it went wrong. */
public final class StreamException extends RuntimeException {

    public StreamException(String message) {
        super(message);
    }
}
