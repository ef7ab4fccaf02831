package dev.s2ioc.cluster.engine;

/**
 * What an image is called.
 *
 * @param repository with its registry
 * @param version tag or digest; {@code latest} where none is named
 */
public record Reference(String repository, String version) {

    /** A colon before the last slash belongs to a port. */
    public static Reference of(String text) {
        int end = text.contains("@") ? text.indexOf('@') : text.lastIndexOf(':');
        return end > text.lastIndexOf('/')
                ? new Reference(text.substring(0, end), text.substring(end + 1))
                : new Reference(text, "latest");
    }
}
