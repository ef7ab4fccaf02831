package dev.s2ioc.print.jsonpath;

import java.util.ArrayList;
import java.util.List;

/** Reads a template: text, and actions between braces. */
final class TemplateParser {
    private final String template;
    private int at;
    private int depth;

    private TemplateParser(String template) {
        this.template = template;
    }

    static List<Segment> parse(String template) {
        return new TemplateParser(template).segments();
    }

    /** Reads to the end of the template or, inside a range, to the end of the range. */
    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        while (at < template.length()) {
            int brace = template.indexOf('{', at);
            if (brace != at) {
                int end = brace < 0 ? template.length() : brace;
                segments.add(new Segment.Text(template.substring(at, end)));
                at = end;
                continue;
            }
            List<Step> steps = StepParser.parse(action());
            if (isWord(steps, "end")) {
                if (depth == 0) {
                    throw new JsonPathException("not in range, nothing to end");
                }
                return segments;
            }
            segments.add(isWord(steps, "range") ? range(steps) : new Segment.Path(steps));
        }
        return segments;
    }

    private Segment range(List<Step> steps) {
        depth++;
        List<Segment> body = segments();
        depth--;
        return new Segment.Range(steps.subList(1, steps.size()), body);
    }

    private static boolean isWord(List<Step> steps, String word) {
        return !steps.isEmpty() && steps.getFirst() instanceof Step.Word(String first) && first.equals(word);
    }

    /** The text up to the closing brace; a brace inside quotes does not close. */
    private String action() {
        char quote = 0;
        int start = ++at;
        for (; at < template.length(); at++) {
            char c = template.charAt(at);
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '}') {
                return template.substring(start, at++);
            }
        }
        throw new JsonPathException("unclosed action");
    }
}
