package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Labels;
import dev.s2ioc.cluster.kind.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code a=b,c!=d,e in (f,g),h notin (i),j,!k}. */
final class LabelSelector {
    private enum Operator {
        IN,
        NOT_IN,
        EXISTS,
        MISSING,
        GREATER,
        LESS
    }

    private record Term(String key, Operator operator, Set<String> values) {
        boolean matches(JsonNode labels) {
            boolean present = labels.has(key);
            String value = labels.path(key).asText("");
            return switch (operator) {
                case IN -> present && values.contains(value);
                case NOT_IN -> !present || !values.contains(value);
                case EXISTS -> present;
                case MISSING -> !present;
                case GREATER -> isNumber(value) && Long.parseLong(value) > bound();
                case LESS -> isNumber(value) && Long.parseLong(value) < bound();
            };
        }

        private long bound() {
            return Long.parseLong(values.iterator().next());
        }

        private static boolean isNumber(String text) {
            return text.matches("-?[0-9]{1,18}");
        }
    }

    private static final Pattern SET =
            Pattern.compile("(?<key>[^\\s,!=<>()]+)\\s+(?<operator>in|notin)\\s*\\((?<values>[^()]*)\\)");
    private static final Pattern COMPARISON =
            Pattern.compile("(?<key>[^\\s,!=<>()]+)\\s*(?<operator>==|=|!=|>|<)\\s*(?<value>[^\\s,!=<>()]*)");
    private static final Pattern EXISTENCE = Pattern.compile("(?<not>!?)\\s*(?<key>[^\\s,!=<>()]+)");
    private static final Pattern COMMA = Pattern.compile("\\s*(,|$)\\s*");

    private final String text;
    private final List<Term> terms;

    private LabelSelector(String text, List<Term> terms) {
        this.text = text;
        this.terms = terms;
    }

    static LabelSelector parse(String text) {
        List<Term> terms = new ArrayList<>();
        String stripped = text.strip();
        int at = 0;
        while (at < stripped.length()) {
            Matcher matcher = match(stripped, at);
            Term term = term(matcher);
            Labels.keyFault(term.key()).ifPresent(fault -> {
                throw unparsable(text, "key: Invalid value: \"" + term.key() + "\": " + fault);
            });
            terms.add(term);
            Matcher comma = COMMA.matcher(stripped).region(matcher.end(), stripped.length());
            if (!comma.lookingAt()) {
                throw unparsable(
                        text, "found '" + stripped.substring(matcher.end()) + "', expected: ',' or 'end of string'");
            }
            at = comma.end();
        }
        return new LabelSelector(stripped, terms);
    }

    private static Matcher match(String text, int at) {
        for (Pattern pattern : List.of(SET, COMPARISON, EXISTENCE)) {
            Matcher matcher = pattern.matcher(text).region(at, text.length());
            if (matcher.lookingAt()) {
                return matcher;
            }
        }
        throw unparsable(text, "found '" + text.substring(at) + "', expected: !, identifier, or 'end of string'");
    }

    private static Term term(Matcher matcher) {
        String key = matcher.group("key");
        if (matcher.pattern() == EXISTENCE) {
            return new Term(key, matcher.group("not").isEmpty() ? Operator.EXISTS : Operator.MISSING, Set.of());
        }
        if (matcher.pattern() == SET) {
            Set<String> values = new TreeSet<>();
            for (String value : matcher.group("values").split(",", -1)) {
                values.add(value.strip());
            }
            return new Term(key, matcher.group("operator").equals("in") ? Operator.IN : Operator.NOT_IN, values);
        }
        Operator operator = switch (matcher.group("operator")) {
            case "!=" -> Operator.NOT_IN;
            case ">" -> Operator.GREATER;
            case "<" -> Operator.LESS;
            default -> Operator.IN;
        };
        String value = matcher.group("value");
        if ((operator == Operator.GREATER || operator == Operator.LESS) && !Term.isNumber(value)) {
            throw StatusException.badRequest("unable to parse requirement: values[0][" + key + "]: Invalid value: \""
                    + value + "\": for 'Gt', 'Lt' operators, the value must be an integer");
        }
        return new Term(key, operator, Set.of(value));
    }

    private static StatusException unparsable(String text, String why) {
        return StatusException.badRequest("unable to parse requirement: " + why);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    boolean matches(JsonNode labels) {
        return terms.stream().allMatch(term -> term.matches(labels));
    }

    @Override
    public String toString() {
        return text;
    }
}
