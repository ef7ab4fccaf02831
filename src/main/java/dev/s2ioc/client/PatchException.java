package dev.s2ioc.client;

/** A patch does not fit the object that it is to change. */
public final class PatchException extends RuntimeException {

    PatchException(String message) {
        super(message);
    }
}
