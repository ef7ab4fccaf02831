package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.network.route.RequestHead.Field;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a route changes of the header fields of requests, or of responses.
 *
 * @param actions in their order
 */
record HeaderActions(JsonNode actions) {
    private static final Pattern SAMPLE =
            Pattern.compile("%%|%\\[(req|res)\\.hdr\\(([^)]*)\\)((?:,(?:lower|base64))*)\\]");

    /** @param of request or response */
    static HeaderActions of(JsonNode spec, String of) {
        return new HeaderActions(spec.path("httpHeaders").path("actions").path(of));
    }

    /** Sentences about what cannot be done. */
    static List<String> faults(JsonNode spec) {
        List<String> faults = new ArrayList<>();
        for (String of : List.of("request", "response")) {
            for (JsonNode action : HeaderActions.of(spec, of).actions()) {
                String value = Json.at(action, "action", "set", "value");
                if (SAMPLE.matcher(value).replaceAll("").contains("%")) {
                    faults.add(
                            "the " + of + " header " + Json.at(action, "name") + " is set to \"" + value
                                    + "\" as it stands: the local cluster's router knows req.hdr and res.hdr with lower and base64");
                }
            }
        }
        return faults;
    }

    /**
     * @param request its fields
     * @param response its fields; empty when there is none yet
     */
    List<Field> apply(List<Field> fields, List<Field> request, List<Field> response) {
        List<Field> now = new ArrayList<>(fields);
        for (JsonNode action : actions) {
            String name = Json.at(action, "name");
            now.removeIf(field -> field.is(name));
            if (Json.at(action, "action", "type").equals("Set")) {
                String value = Json.at(action, "action", "set", "value");
                now.add(new Field(
                        name,
                        SAMPLE.matcher(value)
                                .replaceAll(found -> Matcher.quoteReplacement(sample(found, request, response)))));
            }
        }
        return now;
    }

    private static String sample(MatchResult found, List<Field> request, List<Field> response) {
        if (found.group().equals("%%")) {
            return "%";
        }
        String value = (found.group(1).equals("req") ? request : response)
                .stream()
                        .filter(field -> field.is(found.group(2).strip()))
                        .map(Field::value)
                        .reduce("", (first, last) -> last);
        for (String converter : found.group(3).split(",")) {
            value = switch (converter) {
                case "lower" -> value.toLowerCase(Locale.ROOT);
                case "base64" -> Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.ISO_8859_1));
                default -> value;
            };
        }
        return value;
    }
}
