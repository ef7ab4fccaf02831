package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.jsonpath.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code wait --for} waits for. */
sealed interface WaitGoal {

    /** The object is gone. */
    record Deletion() implements WaitGoal {}

    /** The object is there, whatever it looks like. */
    record Creation() implements WaitGoal {
        @Override
        public boolean isMet(JsonNode object) {
            return true;
        }
    }

    /** A condition of the object's status has a value. */
    record Condition(String type, String status) implements WaitGoal {
        @Override
        public boolean isMet(JsonNode object) {
            for (JsonNode condition : object.path("status").path("conditions")) {
                if (condition.path("type").asText().equalsIgnoreCase(type)) {
                    return !isOutdated(object, condition)
                            && condition.path("status").asText().equalsIgnoreCase(status);
                }
            }
            return false;
        }

        /** Whether what is told is about the object before its last change. */
        private static boolean isOutdated(JsonNode object, JsonNode condition) {
            JsonNode generation = object.path("metadata").path("generation");
            JsonNode observed = condition.path("observedGeneration");
            if (observed.isMissingNode()) {
                observed = object.path("status").path("observedGeneration");
            }
            return generation.isNumber() && observed.isNumber() && observed.asLong() < generation.asLong();
        }
    }

    /** A path leads to a value, or to this value. */
    record Value(JsonPath path, Optional<String> value) implements WaitGoal {
        @Override
        public boolean isMet(JsonNode object) {
            List<JsonNode> found = path.find(object);
            if (found.isEmpty() || value.isEmpty()) {
                return !found.isEmpty();
            }
            if (found.size() > 1) {
                throw new CommandFailure("given jsonpath expression matches more than one value");
            }
            if (found.getFirst().isContainerNode()) {
                throw new CommandFailure("jsonpath leads to a nested object or list which is not supported");
            }
            return found.getFirst().asText().equals(value.get());
        }
    }

    default boolean isMet(JsonNode object) {
        return false;
    }

    /** @throws CommandFailure if the words say nothing that can be waited for */
    static WaitGoal parse(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.equals("delete")) {
            return new Deletion();
        } else if (lower.equals("create")) {
            return new Creation();
        } else if (lower.startsWith("condition=")) {
            return condition(words.substring("condition=".length()));
        } else if (lower.startsWith("jsonpath=")) {
            return value(words.substring("jsonpath=".length()));
        }
        throw new CommandFailure("unrecognized condition: \"" + words
                + "\"; --for takes delete, create, condition=NAME[=VALUE] or jsonpath={PATH}[=VALUE]");
    }

    private static WaitGoal condition(String words) {
        int equals = words.indexOf('=');
        return equals < 0
                ? new Condition(words, "true")
                : new Condition(words.substring(0, equals), words.substring(equals + 1));
    }

    private static WaitGoal value(String words) {
        int end = endOfPath(words);
        JsonPath path = JsonPath.path(unquoted(words.substring(0, end)));
        if (end == words.length()) {
            return new Value(path, Optional.empty());
        }
        String value = unquoted(words.substring(end + 1));
        if (words.charAt(end) != '=' || value.isEmpty()) {
            throw new CommandFailure(
                    "jsonpath wait condition must be --for=jsonpath='{PATH}'=VALUE, or without =VALUE");
        }
        return new Value(path, Optional.of(value));
    }

    /** Where the path ends: an equals sign within brackets is its own. */
    private static int endOfPath(String words) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            switch (words.charAt(i)) {
                case '{', '[', '(' -> depth++;
                case '}', ']', ')' -> depth--;
                case '=' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return words.length();
    }

    private static String unquoted(String text) {
        return text.replaceAll("^['\"]+|['\"]+$", "");
    }
}
