package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.s2ioc.print.gotemplate.GoText;
import dev.s2ioc.print.jsonpath.JsonPath;
import dev.s2ioc.print.jsonpath.JsonPathException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** {@code -o jsonpath} and {@code -o jsonpath-as-json}: what a template finds in an object, with no newline of its own. */
final class JsonPathPrinter implements Printer {
    private final String template;
    private final JsonPath path;
    private final boolean allowMissingKeys;
    private final boolean asJson;

    JsonPathPrinter(String template, boolean allowMissingKeys, boolean asJson) {
        this.template = template;
        this.allowMissingKeys = allowMissingKeys;
        this.asJson = asJson;
        try {
            // Text without any brace would print itself; who writes .metadata.name means the path.
            this.path = template.matches("[.$\\[][^{}]*") ? JsonPath.path(template) : JsonPath.template(template);
        } catch (JsonPathException e) {
            throw new PrintException("error parsing jsonpath " + template + ", " + e.getMessage(), e);
        }
    }

    @Override
    public void print(JsonNode object, PrintStream out) {
        List<List<JsonNode>> results;
        try {
            results = path.results(object, allowMissingKeys);
        } catch (JsonPathException e) {
            throw new PrintException(
                    "error executing jsonpath " + JsonPrinter.quoted(template) + ": " + e.getMessage(), e);
        }
        for (List<JsonNode> values : results) {
            out.print(
                    asJson
                            ? JsonPrinter.indented(
                                            JsonNodeFactory.instance.arrayNode().addAll(values)) + "\n"
                            : values.stream().map(JsonPathPrinter::text).collect(Collectors.joining(" ")));
        }
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? JsonPrinter.compact(ObjectLists.sorted(value)) : GoText.of(value);
    }
}
