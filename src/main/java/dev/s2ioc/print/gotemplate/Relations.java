package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** {@code eq}, {@code ne}, {@code lt}, {@code le}, {@code gt}, {@code ge}: comparisons of plain values. */
final class Relations {

    private Relations() {}

    static boolean hold(String relation, List<JsonNode> arguments) {
        boolean many = relation.equals("eq");
        if (arguments.size() < 2 || !many && arguments.size() > 2) {
            throw new TemplateException("wrong number of args for " + relation + ": want " + (many ? "at least " : "")
                    + "2 got " + arguments.size());
        }
        JsonNode left = arguments.getFirst();
        JsonNode right = arguments.get(1);
        return switch (relation) {
            case "eq" -> arguments.subList(1, arguments.size()).stream().anyMatch(one -> isEqual(left, one));
            case "ne" -> !isEqual(left, right);
            case "lt" -> compare(left, right) < 0;
            case "le" -> compare(left, right) <= 0;
            case "gt" -> compare(left, right) > 0;
            default -> compare(left, right) >= 0;
        };
    }

    private static boolean isEqual(JsonNode left, JsonNode right) {
        if (Values.isNothing(left) || Values.isNothing(right)) {
            return Values.isNothing(left) && Values.isNothing(right);
        }
        if (left.isContainerNode() || right.isContainerNode()) {
            throw new TemplateException(
                    "error calling eq: non-comparable type " + Values.type(left.isContainerNode() ? left : right));
        }
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue()) == 0;
        }
        requireSameKind(left, right);
        return left.equals(right);
    }

    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        requireSameKind(left, right);
        if (!left.isTextual()) {
            throw new TemplateException("invalid type for comparison: " + Values.type(left));
        }
        return left.asText().compareTo(right.asText());
    }

    private static void requireSameKind(JsonNode left, JsonNode right) {
        if (left.getNodeType() != right.getNodeType()) {
            throw new TemplateException(
                    "incompatible types for comparison: " + Values.type(left) + " and " + Values.type(right));
        }
    }
}
