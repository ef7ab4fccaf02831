package dev.s2ioc.describe.schema;

import java.util.stream.Collectors;

/** Breaks text between words, so that no line is longer than it may be; a word that is too long stays whole. */
final class WordWrap {

    private WordWrap() {}

    /** The text, each of its lines broken if it must be, and each indented. */
    static String of(String text, int width, int indent) {
        return text.lines()
                .map(line -> line(line, width))
                .collect(Collectors.joining("\n"))
                .concat(text.endsWith("\n") ? "\n" : "")
                .transform(wrapped -> " ".repeat(indent) + wrapped.replace("\n", "\n" + " ".repeat(indent)));
    }

    private static String line(String line, int width) {
        StringBuilder wrapped = new StringBuilder();
        int length = 0;
        for (String piece : line.split("(?<=\\S)(?=\\s)")) {
            String word = piece.stripLeading();
            if (length > 0 && length + piece.length() > width && word.length() < width) {
                wrapped.append('\n').append(word);
                length = word.length();
            } else {
                wrapped.append(piece);
                length += piece.length();
            }
        }
        return wrapped.toString();
    }
}
