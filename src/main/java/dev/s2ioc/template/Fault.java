package dev.s2ioc.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What is wrong with a template, or missing in its values.
 *
 * @param value what stands there and is wrong; missing when nothing stands there
 * @param detail may be empty
 */
public record Fault(String field, JsonNode value, String detail) {

    static Fault required(String field, String detail) {
        return new Fault(field, MissingNode.getInstance(), detail);
    }

    public boolean isRequired() {
        return value.isMissingNode();
    }

    /** In the API's words. */
    public String message() {
        String what = isRequired() ? "Required value" : "Invalid value: " + value;
        return what + (detail.isEmpty() ? "" : ": " + detail);
    }
}
