package dev.s2ioc.newapp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the arguments without a flag turned out to be.
 *
 * @param assignments {@code NAME=VALUE}
 * @param sources git repositories and directories
 * @param components image streams and images
 */
public record Arguments(List<String> assignments, List<String> sources, List<String> components) {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("(?:[a-z][a-z0-9+.-]*://|[^/@]+@[^/:]+:).*");

    /**
     * Sorts arguments by what they can only be.
     *
     * @param binary the source will be uploaded, so that a plain word means an image even when a directory has that name
     */
    public static Arguments classify(List<String> words, boolean binary, Function<String, Path> resolve) {
        Arguments sorted = new Arguments(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String word : words) {
            if (isAssignment(word)) {
                sorted.assignments.add(word);
            } else if (isPair(word)) {
                sorted.addPair(word);
            } else if (isSource(word, binary, resolve)) {
                sorted.sources.add(word);
            } else {
                sorted.components.add(word);
            }
        }
        return sorted;
    }

    /** {@code BUILDER~SOURCE} */
    private void addPair(String word) {
        int tilde = checkedTilde(word);
        components.add(word.substring(0, tilde));
        sources.add(word.substring(tilde + 1));
    }

    static boolean isAssignment(String word) {
        return ASSIGNMENT.matcher(word).matches();
    }

    /** Whether the word has the form {@code BUILDER~SOURCE}; paths and URLs may contain tildes of their own. */
    static boolean isPair(String word) {
        int tilde = word.indexOf('~');
        return tilde >= 0
                && !word.matches("(?s)[./].*")
                && !word.substring(0, tilde).contains("://");
    }

    /** Where the builder ends and the source begins, if both are there. */
    static int checkedTilde(String word) {
        int tilde = word.indexOf('~');
        if (tilde == 0 || tilde == word.length() - 1) {
            throw new NewAppException("\"" + word + "\" must be BUILDER~SOURCE: a builder image, and a git repository's"
                    + " URL or a directory");
        }
        return tilde;
    }

    /** Whether the word can only be the URL of a git repository. */
    static boolean isUrl(String word) {
        return URL.matcher(word).matches();
    }

    static boolean isSource(String word, boolean binary, Function<String, Path> resolve) {
        Optional<ImageReference> image = ImageReference.parse(word);
        if (image.flatMap(ImageReference::digest).isPresent()) {
            return false;
        }
        if (isUrl(word) || word.startsWith(".") || word.startsWith("/")) {
            return true;
        }
        return !(binary && image.isPresent()) && Files.isDirectory(resolve.apply(word));
    }
}
