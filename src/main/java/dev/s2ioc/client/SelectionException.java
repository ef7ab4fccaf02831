package dev.s2ioc.client;

/** The user's words name no resource type, or no object; the message is the sentence for the user. */
public final class SelectionException extends RuntimeException {
    public SelectionException(String message) {
        super(message);
    }

    static SelectionException unknownType(String word) {
        return new SelectionException("the server doesn't have a resource type \"" + word + "\"");
    }
}
