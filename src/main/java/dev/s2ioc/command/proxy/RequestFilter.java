package dev.s2ioc.command.proxy;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which requests are passed on: everything that runs in the user's browser can reach a port of this machine. */
public record RequestFilter(
        List<Pattern> acceptPaths, List<Pattern> rejectPaths, List<Pattern> acceptHosts, List<Pattern> rejectMethods) {

    /** Lets everything through. */
    public static final RequestFilter NONE = new RequestFilter(patterns(""), List.of(), patterns(""), List.of());

    /**
     * Regular expressions with commas between them.
     *
     * @throws PatternSyntaxException if one is none
     */
    public static List<Pattern> patterns(String words) {
        return Arrays.stream(words.split(",")).map(Pattern::compile).toList();
    }

    /**
     * Whether a request may pass.
     *
     * @param path without percent signs: what hides in one must not get past
     * @param host the whole Host header
     */
    boolean accepts(String method, String path, String host) {
        String straight = straight(path);
        String name = host.replaceFirst("(?<=[^:]):[0-9]*$", "");
        return !any(rejectPaths, path)
                && !any(rejectPaths, straight)
                && !any(rejectMethods, method)
                && any(acceptPaths, path)
                && any(acceptPaths, straight)
                && any(acceptHosts, name);
    }

    /** Without the dots and double slashes in which one path can be written as another. */
    private static String straight(String path) {
        try {
            return new URI(null, null, path.replaceAll("/+", "/"), null)
                    .normalize()
                    .getPath();
        } catch (java.net.URISyntaxException e) {
            return path;
        }
    }

    private static boolean any(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
