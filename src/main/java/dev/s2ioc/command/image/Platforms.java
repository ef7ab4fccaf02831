package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandFailure;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which machines an image is for: {@code linux/amd64}. */
final class Platforms {
    private Platforms() {}

    /** Of this machine; containers run in Linux everywhere. */
    static String own() {
        String architecture = System.getProperty("os.arch");
        return "linux/"
                + switch (architecture) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64";
                    default -> architecture;
                };
    }

    static Predicate<String> matching(String expression) {
        try {
            return Pattern.compile(expression).asPredicate();
        } catch (PatternSyntaxException e) {
            throw new CommandFailure("--filter-by-os was not a valid regular expression: " + e.getDescription(), e);
        }
    }
}
