package dev.s2ioc.newapp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an application is to be made of, sorted but not looked up.
 *
 * @param assignments {@code NAME=VALUE}
 * @param sources git repositories and directories of which nobody has said what builds them
 */
public record AppArguments(List<String> assignments, List<AppPart> parts, List<String> sources) {

    /**
     * The user's words, by the flag that they came with.
     *
     * @param plain those without a flag
     * @param groups names joined by {@code +} of what is to run together
     */
    public record Words(
            List<String> plain,
            List<String> imageStreams,
            List<String> images,
            List<String> templates,
            List<String> files,
            List<String> code,
            List<String> groups) {}

    /**
     * Sorts the words by what they can only be.
     *
     * @param binary the source will be uploaded, so that a plain word means an image even when a directory has that name
     */
    public static AppArguments of(Words words, boolean binary, Function<String, Path> resolve) {
        AppArguments sorted = new AppArguments(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(words.code()));
        for (String word : words.plain()) {
            if (Arguments.isAssignment(word)) {
                sorted.assignments.add(word);
            } else if (isTemplateFile(word, resolve)) {
                sorted.addWhole(word, ImageSearch.Origin.TEMPLATE_FILE);
            } else if (!Arguments.isPair(word) && Arguments.isSource(word, binary, resolve)) {
                sorted.sources.add(word);
            } else {
                sorted.addParts(word, ImageSearch.Origin.ARGUMENT);
            }
        }
        words.imageStreams().forEach(word -> sorted.addParts(word, ImageSearch.Origin.IMAGE_STREAM));
        words.images().forEach(word -> sorted.addParts(word, ImageSearch.Origin.IMAGE));
        words.templates().forEach(word -> sorted.addWhole(word, ImageSearch.Origin.TEMPLATE));
        words.files().forEach(word -> sorted.addWhole(word, ImageSearch.Origin.TEMPLATE_FILE));
        words.groups().forEach(sorted::join);
        return sorted;
    }

    private static boolean isTemplateFile(String word, Function<String, Path> resolve) {
        return word.matches("(?s).+\\.(json|ya?ml)") && Files.isRegularFile(resolve.apply(word));
    }

    private void addWhole(String word, ImageSearch.Origin origin) {
        parts.add(new AppPart(Optional.of(new ImageSearch.Word(word, origin)), Optional.empty(), parts.size()));
    }

    /** {@code IMAGE[~SOURCE][+IMAGE[~SOURCE]…]} */
    private void addParts(String word, ImageSearch.Origin origin) {
        int group = parts.size();
        for (String piece : pieces(word)) {
            Optional<String> source = Optional.empty();
            String image = piece;
            if (Arguments.isPair(piece)) {
                int tilde = Arguments.checkedTilde(piece);
                image = piece.substring(0, tilde);
                source = Optional.of(piece.substring(tilde + 1));
            }
            parts.add(new AppPart(Optional.of(new ImageSearch.Word(image, origin)), source, group));
        }
    }

    /** Splits at each plus that no URL contains. */
    private static List<String> pieces(String word) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        for (int plus = word.indexOf('+'); plus >= 0; plus = word.indexOf('+', plus + 1)) {
            String piece = word.substring(begin, plus);
            if (!piece.contains("://")) {
                pieces.add(piece);
                begin = plus + 1;
            }
        }
        pieces.add(word.substring(begin));
        if (pieces.size() > 1 && pieces.contains("")) {
            throw new NewAppException("\"" + word + "\" must be IMAGE+IMAGE: what runs together in one pod");
        }
        return pieces;
    }

    private void join(String group) {
        String[] names = group.split("\\+");
        if (names.length < 2) {
            throw new NewAppException("group \"" + group + "\" only contains a single name");
        }
        int first = index(names[0]);
        for (String name : names) {
            int index = index(name);
            parts.set(index, parts.get(index).in(parts.get(first).group()));
        }
    }

    private int index(String name) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).text().equals(name)) {
                return i;
            }
        }
        throw new NewAppException(
                "the name \"" + name + "\" from the group definition is not in use, and can't be used");
    }
}
