package dev.s2ioc.cluster.engine;

/** An engine could not do what was asked; the message says why, in the words of a build log's last line. */
public final class EngineException extends Exception {
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
