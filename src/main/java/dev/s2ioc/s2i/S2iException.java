package dev.s2ioc.s2i;

/** A source or a builder image that does not keep the S2I contract. */
public final class S2iException extends Exception {
    public S2iException(String message) {
        super(message);
    }
}
