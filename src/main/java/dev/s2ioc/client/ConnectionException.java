package dev.s2ioc.client;

/** No answer came: the server could not be reached, or the connection broke. */
public final class ConnectionException extends RuntimeException {

    /** What went wrong, as far as the user's next step depends on it. */
    public enum Kind {
        /** Nobody listens there. */
        REFUSED,
        /** The server's certificate is not trusted. */
        UNTRUSTED,
        /** The host name is unknown. */
        UNKNOWN_HOST,
        /** The answer did not come in time. */
        TIMED_OUT,
        /** The connection broke while in use. */
        BROKEN,
        /** This side was interrupted. */
        INTERRUPTED
    }

    private final Kind kind;
    private final String server;

    public ConnectionException(Kind kind, String server, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.server = server;
    }

    public Kind kind() {
        return kind;
    }

    /** {@code host:port} of the server. */
    public String server() {
        return server;
    }
}
