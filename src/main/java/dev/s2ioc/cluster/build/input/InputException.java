package dev.s2ioc.cluster.build.input;

/** The input of a build is not what it should be; the message is for the build log. */
public final class InputException extends Exception {
    public InputException(String message) {
        super(message);
    }
}
