package dev.s2ioc.describe;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of a field as a label: {@code apiVersion} becomes {@code API Version}. */
final class FieldLabel {
    private static final Set<String> ACRONYMS = Set.of("API", "URL", "UID", "OSB", "GUID");

    /** A run of capitals before a capitalised word, a word, or anything else that is neither. */
    private static final Pattern PART = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|[^\\p{Lu}\\p{Ll}]+");

    private FieldLabel() {}

    static String of(String field) {
        if (!field.matches("[\\p{L}-]*")) {
            return field;
        }
        return PART.matcher(field).results().map(FieldLabel::word).collect(Collectors.joining(" "));
    }

    private static String word(MatchResult match) {
        String part = match.group();
        String upper = part.toUpperCase(Locale.ROOT);
        return ACRONYMS.contains(upper) ? upper : upper.charAt(0) + part.substring(1);
    }
}
