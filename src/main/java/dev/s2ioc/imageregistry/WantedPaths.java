package dev.s2ioc.imageregistry;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which files of an image are wanted, and what they are called where they go: all in a directory ({@code etc/}), or those
 * of a name or pattern ({@code etc/*.conf}) and what is below them.
 *
 * @param directory ends in a slash unless it is the root, which is empty
 * @param name what the first word below the directory must be like; empty takes all
 */
public record WantedPaths(String directory, Optional<Pattern> name) {

    public static WantedPaths of(String path) {
        String inside = path.replaceFirst("^/+", "");
        if (inside.isEmpty() || inside.endsWith("/")) {
            return new WantedPaths(plain(inside).isEmpty() ? "" : plain(inside) + "/", Optional.empty());
        }
        String whole = plain(inside);
        int slash = whole.lastIndexOf('/');
        return new WantedPaths(
                whole.substring(0, slash + 1), Optional.of(Pattern.compile(regex(whole.substring(slash + 1)))));
    }

    /** A path without what means nothing in it: slashes at the ends, and dots that stand for the same place. */
    static String plain(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
    }

    /** Where a file goes; empty for one that is not wanted. */
    Optional<String> place(String path) {
        if (!path.startsWith(directory) || path.length() == directory.length()) {
            return Optional.empty();
        }
        String place = path.substring(directory.length());
        String first = place.replaceFirst("/.*", "");
        return name.isEmpty() || name.get().matcher(first).matches() ? Optional.of(place) : Optional.empty();
    }

    /** Whether all that is wanted is below a path. */
    boolean isBelow(String path) {
        return path.isEmpty() || directory.startsWith(path + "/");
    }

    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int end = glob.indexOf(']', i + 2);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[' -> {
                    if (end < 0) {
                        regex.append("\\[");
                    } else {
                        String range = glob.substring(i + 1, end);
                        // The && and [ of Java's character classes mean nothing here.
                        regex.append('[')
                                .append(range.replace("[", "\\[").replace("&", "\\&"))
                                .append(']');
                        i = end;
                    }
                }
                case '\\' -> regex.append(Pattern.quote(i + 1 < glob.length() ? "" + glob.charAt(++i) : "\\"));
                default -> regex.append(Pattern.quote("" + c));
            }
        }
        return regex.toString();
    }
}
