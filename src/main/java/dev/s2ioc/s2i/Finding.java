package dev.s2ioc.s2i;

/**
 * Something that a check has to say.
 *
 * @param rule its short name, which stays the same
 * @param place the file, or part of the image, that it is about
 * @param message what is wrong, and what to do about it
 */
public record Finding(Severity severity, String rule, String place, String message) {

    public enum Severity {
        ERROR,
        WARNING
    }

    static Finding error(String rule, String place, String message) {
        return new Finding(Severity.ERROR, rule, place, message);
    }

    static Finding warning(String rule, String place, String message) {
        return new Finding(Severity.WARNING, rule, place, message);
    }
}
