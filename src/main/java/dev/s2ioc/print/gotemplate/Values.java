package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** How Go's templates look at values: what is true, what a field of them is, what they are called. */
final class Values {

    private Values() {}

    /** Empty things are false: nothing, zero, and whatever has no element. */
    static boolean isTrue(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.asBoolean();
            case NUMBER -> value.asDouble() != 0;
            case STRING, BINARY -> !value.asText().isEmpty();
            case ARRAY, OBJECT, POJO -> !value.isEmpty();
            case NULL, MISSING -> false;
        };
    }

    static JsonNode field(JsonNode value, String name, boolean mayBeMissing) {
        if (value.isObject() && value.has(name)) {
            return value.get(name);
        }
        if (!value.isObject() && !isNothing(value)) {
            throw new TemplateException("can't evaluate field " + name + " in type " + type(value));
        }
        if (!mayBeMissing) {
            throw new TemplateException(
                    (value.isObject() ? "map has" : "nil data;") + " no entry for key \"" + name + "\"");
        }
        return MissingNode.getInstance();
    }

    static boolean isNothing(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }

    /** As an action prints it. */
    static String text(JsonNode value) {
        return isNothing(value) ? "<no value>" : GoText.of(value);
    }

    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> "bool";
            case NUMBER -> value.isIntegralNumber() ? "int" : "float64";
            case STRING, BINARY -> "string";
            case ARRAY -> "[]interface {}";
            case OBJECT, POJO -> "map[string]interface {}";
            case NULL, MISSING -> "nil";
        };
    }
}
