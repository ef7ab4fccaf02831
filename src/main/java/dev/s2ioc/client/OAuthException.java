package dev.s2ioc.client;

/** No token could be had from the OAuth server; the message is the sentence for the user. */
public final class OAuthException extends RuntimeException {

    /** What went wrong, as far as the login must tell it apart. */
    public enum Kind {
        /** The server does not accept this user name and password. */
        REFUSED,
        /** The server wants a user name and password, and none were given. */
        UNANSWERED,
        /** Anything else. */
        FAILED
    }

    private final Kind kind;

    OAuthException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
