package dev.s2ioc.print;

/** What was asked for cannot be printed: an unknown format, a broken template, a missing field. The message is for the user. */
public final class PrintException extends RuntimeException {
    public PrintException(String message) {
        super(message);
    }

    public PrintException(String message, Throwable cause) {
        super(message, cause);
    }
}
