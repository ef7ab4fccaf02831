package dev.s2ioc.print;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * How the user wants objects printed.
 *
 * @param output the value of {@code -o}; empty when not given
 * @param template the value of {@code --template}; empty when not given
 * @param allowMissingKeys a path that leads nowhere prints nothing instead of being an error
 * @param showManagedFields keep {@code metadata.managedFields}
 * @param noHeaders no header line above custom columns
 * @param resolve finds a file as the user named it
 */
public record PrintOptions(
        String output,
        String template,
        boolean allowMissingKeys,
        boolean showManagedFields,
        boolean noHeaders,
        Function<String, Path> resolve) {

    /** Only a format; the rest as when no other flag is given. */
    public static PrintOptions of(String output) {
        return new PrintOptions(output, "", true, false, false, Path::of);
    }

    /** The word before the first {@code =}. */
    String format() {
        int equals = output.indexOf('=');
        String word = equals < 0 ? output : output.substring(0, equals);
        return word.isEmpty() && !template.isEmpty() ? "go-template" : word;
    }

    /** What follows the first {@code =}, or else the value of {@code --template}. */
    String argument() {
        int equals = output.indexOf('=');
        return equals < 0 || equals == output.length() - 1 ? template : output.substring(equals + 1);
    }
}
