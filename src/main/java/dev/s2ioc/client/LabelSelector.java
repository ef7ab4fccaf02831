package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A label selector, for objects that no server can be asked to select: those of files. */
public final class LabelSelector {
    private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^()]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile("([^=!\\s]+)\\s*(==|=|!=)\\s*(\\S*)");
    private static final Pattern EXISTENCE = Pattern.compile("(!?)\\s*([^=!\\s()]+)");

    private final List<Predicate<JsonNode>> requirements;

    private LabelSelector(List<Predicate<JsonNode>> requirements) {
        this.requirements = requirements;
    }

    /**
     * Reads {@code a=b,c!=d,e in (f,g),h,!i}; the empty text selects everything.
     *
     * @throws SelectionException if it cannot be read
     */
    public static LabelSelector parse(String text) {
        List<Predicate<JsonNode>> requirements = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : text.split(",(?![^(]*\\))", -1)) {
                requirements.add(requirement(part.strip()));
            }
        }
        return new LabelSelector(requirements);
    }

    private static Predicate<JsonNode> requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            List<String> values = List.of(set.group(3).strip().split("\\s*,\\s*", -1));
            boolean in = set.group(2).equals("in");
            return labels -> value(labels, set.group(1)).map(values::contains).orElse(false) == in;
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            boolean equal = !equality.group(2).equals("!=");
            return labels -> value(labels, equality.group(1)).equals(Optional.of(equality.group(3))) == equal;
        }
        Matcher existence = EXISTENCE.matcher(part);
        if (existence.matches()) {
            return labels ->
                    labels.has(existence.group(2)) == existence.group(1).isEmpty();
        }
        throw new SelectionException("unable to parse requirement: \"" + part + "\" is no label requirement;"
                + " write it as a=b, a!=b, a in (b,c), a or !a");
    }

    private static Optional<String> value(JsonNode labels, String key) {
        return Optional.ofNullable(labels.get(key)).map(JsonNode::asText);
    }

    /** Whether an object has such labels. */
    public boolean matches(JsonNode object) {
        JsonNode labels = object.path("metadata").path("labels");
        return requirements.stream().allMatch(requirement -> requirement.test(labels));
    }
}
