package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Locale;

/** The words of a registry that refuses. */
final class Refusals {
    static final int LONGEST = 64 * 1024;

    private Refusals() {}

    static RegistryException of(HttpResponse<?> answer, byte[] body) {
        String said = said(body);
        String words = switch (answer.statusCode()) {
            case 401 -> "unauthorized: " + (said.isEmpty() ? "authentication required" : said);
            case 403 -> "denied: " + (said.isEmpty() ? "access forbidden" : said);
            default ->
                said.isEmpty()
                        ? "the registry answered " + answer.statusCode() + " to "
                                + answer.request().method() + " "
                                + answer.request().uri()
                        : said;
        };
        return new RegistryException(answer.statusCode(), words);
    }

    private static String said(byte[] body) {
        try {
            JsonNode error = new ObjectMapper().readTree(body).path("errors").path(0);
            String code = error.path("code").asText("").toLowerCase(Locale.ROOT).replace('_', ' ');
            String message = error.path("message").asText("");
            return code.isEmpty() || code.equals("unauthorized") || code.equals("denied") || code.equals(message)
                    ? message
                    : code + ": " + message;
        } catch (IOException e) {
            // Not the words of a registry: the status must do.
            return "";
        }
    }
}
