package dev.s2ioc.newapp;

/** What was asked for cannot become objects; the message is the sentence for the user, without {@code error: } in front. */
public final class NewAppException extends RuntimeException {
    public NewAppException(String message) {
        super(message);
    }
}
