package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Go's {@code printf}, for the verbs that make sense of JSON values. */
final class GoFormat {
    /** In digits: Go pads to a million places and no more. */
    private static final int LONGEST_WIDTH = 6;

    private static final Pattern VERB = Pattern.compile("%([-+# 0]*)(\\d*)(?:\\.(\\d*))?(.)?", Pattern.DOTALL);

    private GoFormat() {}

    static String format(List<JsonNode> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().isTextual()) {
            throw new TemplateException("printf needs a format");
        }
        StringBuilder text = new StringBuilder();
        Matcher matcher = VERB.matcher(arguments.getFirst().asText());
        int next = 1;
        while (matcher.find()) {
            String verb = matcher.group(4) == null ? "" : matcher.group(4);
            String value;
            if (verb.isEmpty()) {
                value = "%!(NOVERB)";
            } else if (verb.equals("%")) {
                value = "%";
            } else if (next == arguments.size()) {
                value = "%!" + verb + "(MISSING)";
            } else {
                value = padded(matcher, verb, arguments.get(next++));
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        matcher.appendTail(text);
        return text + extra(arguments.subList(next, arguments.size()));
    }

    private static String extra(List<JsonNode> rest) {
        if (rest.isEmpty()) {
            return "";
        }
        List<String> texts = rest.stream()
                .map(value -> Values.type(value) + "=" + GoText.of(value))
                .toList();
        return "%!(EXTRA " + String.join(", ", texts) + ")";
    }

    private static String padded(Matcher spec, String verb, JsonNode value) {
        String flags = spec.group(1);
        String text = converted(verb, flags, spec.group(3), value);
        if (spec.group(2).length() > LONGEST_WIDTH) {
            return "%!(BADWIDTH)" + text;
        }
        int width = spec.group(2).isEmpty() ? 0 : Integer.parseInt(spec.group(2));
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        if (flags.contains("0") && value.isNumber()) {
            int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
            return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
        }
        return " ".repeat(missing) + text;
    }

    private static String converted(String verb, String flags, String precision, JsonNode value) {
        return switch (verb) {
            case "v" -> GoText.of(value);
            case "s" ->
                value.isTextual() || value.isContainerNode() ? cut(GoText.of(value), precision) : bad(verb, value);
            case "q" -> value.isTextual() ? quoted(value.asText()) : bad(verb, value);
            case "d" -> value.isIntegralNumber() ? sign(flags, value) + value.asText() : bad(verb, value);
            case "x", "X", "o", "b" -> value.isIntegralNumber() ? radix(verb, value.asLong()) : hex(verb, value);
            case "f", "F", "e", "E", "g" -> value.isNumber() ? decimal(verb, precision, value) : bad(verb, value);
            case "t" -> value.isBoolean() ? value.asText() : bad(verb, value);
            case "c" -> value.isIntegralNumber() ? Character.toString(value.asInt()) : bad(verb, value);
            case "T" -> Values.type(value);
            default -> bad(verb, value);
        };
    }

    private static String bad(String verb, JsonNode value) {
        String type = Values.isNothing(value) ? "<nil>" : Values.type(value) + "=" + GoText.of(value);
        return "%!" + verb + "(" + type + ")";
    }

    private static String cut(String text, String precision) {
        int length = precision == null || precision.isEmpty() ? text.length() : Integer.parseInt(precision);
        return length >= text.length() ? text : text.substring(0, length);
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }

    private static String sign(String flags, JsonNode value) {
        return flags.contains("+") && value.asLong() >= 0 ? "+" : "";
    }

    private static String radix(String verb, long number) {
        return switch (verb) {
            case "x" -> Long.toString(number, 16);
            case "X" -> Long.toString(number, 16).toUpperCase(Locale.ROOT);
            case "o" -> Long.toString(number, 8);
            default -> Long.toString(number, 2);
        };
    }

    private static String hex(String verb, JsonNode value) {
        if (!value.isTextual() || !verb.equalsIgnoreCase("x")) {
            return bad(verb, value);
        }
        HexFormat format = verb.equals("x") ? HexFormat.of() : HexFormat.of().withUpperCase();
        return format.formatHex(value.asText().getBytes(StandardCharsets.UTF_8));
    }

    private static String decimal(String verb, String precision, JsonNode value) {
        if (verb.equals("g")) {
            return GoText.of(value);
        }
        String digits = precision == null ? "6" : precision.isEmpty() ? "0" : precision;
        return String.format(Locale.ROOT, "%." + digits + (verb.equals("F") ? "f" : verb), value.decimalValue());
    }
}
