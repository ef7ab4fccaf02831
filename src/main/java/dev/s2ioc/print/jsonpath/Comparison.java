package dev.s2ioc.print.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/** What a filter says about two values: numbers by value, text by letters, booleans only for being the same. */
final class Comparison {

    private Comparison() {}

    static boolean holds(JsonNode left, String operator, JsonNode right) {
        return switch (operator) {
            case "==" -> compare(left, right) == 0;
            case "!=" -> compare(left, right) != 0;
            case "<" -> ordered(left, right) < 0;
            case "<=" -> ordered(left, right) <= 0;
            case ">" -> ordered(left, right) > 0;
            case ">=" -> ordered(left, right) >= 0;
            default -> throw new JsonPathException("unrecognized filter operator " + operator);
        };
    }

    private static int ordered(JsonNode left, JsonNode right) {
        if (left.isBoolean()) {
            throw new JsonPathException("invalid type for comparison");
        }
        return compare(left, right);
    }

    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        if (left.isTextual() && right.isTextual()) {
            return left.asText().compareTo(right.asText());
        }
        if (left.isBoolean() && right.isBoolean()) {
            return Boolean.compare(left.asBoolean(), right.asBoolean());
        }
        throw new JsonPathException("incompatible types for comparison");
    }
}
