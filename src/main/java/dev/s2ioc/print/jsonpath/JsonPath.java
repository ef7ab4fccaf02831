package dev.s2ioc.print.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template in kubectl's dialect of JSONPath, ready to be asked of objects. */
public final class JsonPath {
    private static final Pattern RELAXED = Pattern.compile("\\{\\.?([^{}]+)}|\\.?([^{}]+)");

    private final List<Segment> segments;

    private JsonPath(List<Segment> segments) {
        this.segments = segments;
    }

    /**
     * Reads a template: text with paths in braces.
     *
     * @throws JsonPathException if it cannot be read
     */
    public static JsonPath template(String template) {
        return new JsonPath(TemplateParser.parse(template));
    }

    /**
     * Reads one path, with or without braces and leading dot.
     *
     * @throws JsonPathException if it cannot be read
     */
    public static JsonPath path(String path) {
        Matcher matcher = RELAXED.matcher(path);
        if (!matcher.matches()) {
            throw new JsonPathException("unexpected path string, expected a 'name1.name2' or '.name1.name2' or"
                    + " '{name1.name2}' or '{.name1.name2}'");
        }
        return template("{." + (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)) + "}");
    }

    /** Every value found in an object, in order; a path that leads nowhere finds none. */
    public List<JsonNode> find(JsonNode object) {
        return results(object, true).stream().flatMap(List::stream).toList();
    }

    /**
     * What each part of the template finds in an object, in the order of printing.
     *
     * @throws JsonPathException if a key is missing that may not be
     */
    public List<List<JsonNode>> results(JsonNode object, boolean allowMissingKeys) {
        List<List<JsonNode>> results = new ArrayList<>();
        collect(segments, object, new Walk(allowMissingKeys), results);
        return results;
    }

    private static void collect(List<Segment> segments, JsonNode object, Walk walk, List<List<JsonNode>> results) {
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Text(String text) -> results.add(List.of(JsonNodeFactory.instance.textNode(text)));
                case Segment.Path(List<Step> steps) -> results.add(walk.follow(steps, List.of(object)));
                case Segment.Range(List<Step> steps, List<Segment> body) ->
                    walk.follow(steps, List.of(object)).forEach(value -> collect(body, value, walk, results));
            }
        }
    }
}
