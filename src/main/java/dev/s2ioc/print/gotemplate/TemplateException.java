package dev.s2ioc.print.gotemplate;

/** A template cannot be read or cannot be applied to an object; the message tells what, not where it was used. */
public final class TemplateException extends RuntimeException {
    public TemplateException(String message) {
        super(message);
    }
}
