package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which labels objects are to have, as users write it: {@code a=b,c!=d,e in (f,g),h,!i}. For objects that no server has. */
public record LabelSelector(List<Requirement> requirements) {
    private static final String KEY = "([A-Za-z0-9][-A-Za-z0-9_./]*)";
    private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^()]*)\\)");
    private static final Pattern PAIR = Pattern.compile(KEY + "\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)");
    private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*" + KEY);
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

    /** What is asked of one label. */
    enum Operator {
        In,
        NotIn,
        Exists,
        DoesNotExist
    }

    /** One part of a selector. */
    record Requirement(String key, Operator operator, List<String> values) {
        boolean holds(JsonNode labels) {
            boolean listed = values.contains(labels.path(key).asText());
            return switch (operator) {
                case In -> labels.has(key) && listed;
                case NotIn -> !labels.has(key) || !listed;
                case Exists -> labels.has(key);
                case DoesNotExist -> !labels.has(key);
            };
        }
    }

    /** @throws SelectionException if it is no selector */
    public static LabelSelector parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : COMMA.split(text, -1)) {
                requirements.add(requirement(part.strip()));
            }
        }
        return new LabelSelector(List.copyOf(requirements));
    }

    private static Requirement requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            List<String> values = Arrays.stream(set.group(3).split(",", -1))
                    .map(String::strip)
                    .toList();
            return new Requirement(set.group(1), set.group(2).equals("in") ? Operator.In : Operator.NotIn, values);
        }
        Matcher pair = PAIR.matcher(part);
        if (pair.matches()) {
            Operator operator = pair.group(2).equals("!=") ? Operator.NotIn : Operator.In;
            return new Requirement(pair.group(1), operator, List.of(pair.group(3)));
        }
        Matcher presence = PRESENCE.matcher(part);
        if (presence.matches()) {
            boolean absent = presence.group(1).equals("!");
            return new Requirement(presence.group(2), absent ? Operator.DoesNotExist : Operator.Exists, List.of());
        }
        throw new SelectionException("unable to parse requirement: \"" + part + "\" is no label requirement;"
                + " write it as a=b, a!=b, a in (b,c), a or !a");
    }

    /** Whether an object has such labels. */
    public boolean matches(JsonNode object) {
        JsonNode labels = object.path("metadata").path("labels");
        return requirements.stream().allMatch(requirement -> requirement.holds(labels));
    }

    /** The same as objects carry it: {@code matchLabels}, and {@code matchExpressions} for what is no pair. */
    public ObjectNode toJson() {
        ObjectNode json = Json.object();
        for (Requirement requirement : requirements) {
            if (requirement.operator() == Operator.In && requirement.values().size() == 1) {
                json.withObject("/matchLabels")
                        .put(requirement.key(), requirement.values().getFirst());
            } else {
                ObjectNode expression = json.withArray("/matchExpressions").addObject();
                expression.put("key", requirement.key());
                expression.put("operator", requirement.operator().name());
                if (!requirement.values().isEmpty()) {
                    requirement.values().forEach(expression.putArray("values")::add);
                }
            }
        }
        return json;
    }
}
