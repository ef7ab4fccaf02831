package dev.s2ioc.print.jsonpath;

/** A template cannot be read, or what it asks for is not in the object; the message tells only what, not where. */
public final class JsonPathException extends RuntimeException {
    public JsonPathException(String message) {
        super(message);
    }
}
