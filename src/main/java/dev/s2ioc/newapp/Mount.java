package dev.s2ioc.newapp;

/**
 * A secret or a config map whose keys become files of the build's input.
 *
 * @param directory where, relative to the build's source; {@code .} is its top
 */
public record Mount(String name, String directory) {

    /** Reads {@code NAME[:DIRECTORY]}. */
    public static Mount parse(String text) {
        String[] parts = text.split(":", 2);
        if (!parts[0].matches("[a-z0-9]([-.a-z0-9]*[a-z0-9])?")) {
            throw new NewAppException(
                    "\"" + text + "\" must be NAME[:DIRECTORY], with the name of a secret or config map");
        }
        return new Mount(parts[0], parts.length == 2 && !parts[1].isEmpty() ? parts[1] : ".");
    }
}
