package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the API: what to ask, not how. Immutable; each {@code with…} gives a changed copy.
 *
 * @param path absolute path on the server; segments are expected to be valid as they are
 * @param query name and value pairs, in order; encoded when sent
 * @param headers further headers; {@code Accept}, credentials and the body's type are sent anyway
 */
public record Request(
        String method,
        String path,
        List<Parameter> query,
        String accept,
        Map<String, String> headers,
        Optional<Body> body,
        boolean streamed) {

    /** A query parameter. */
    public record Parameter(String name, String value) {}

    /**
     * What is sent along. A stream can be sent once only: such a request is never repeated.
     *
     * @param contentType empty sends no {@code Content-Type} header, as oc does for binary input
     */
    public sealed interface Body {
        Optional<String> contentType();

        record Bytes(Optional<String> contentType, byte[] bytes) implements Body {}

        record Stream(Optional<String> contentType, InputStream stream) implements Body {}
    }

    private static Request of(String method, String path, Optional<Body> body) {
        return new Request(method, path, List.of(), "application/json", Map.of(), body, false);
    }

    public static Request get(String path) {
        return of("GET", path, Optional.empty());
    }

    /** Only whether there is an answer, and its headers. */
    public static Request head(String path) {
        return of("HEAD", path, Optional.empty());
    }

    public static Request delete(String path) {
        return of("DELETE", path, Optional.empty());
    }

    public static Request delete(String path, JsonNode options) {
        return of("DELETE", path, Optional.of(json(options)));
    }

    public static Request post(String path, JsonNode object) {
        return of("POST", path, Optional.of(json(object)));
    }

    public static Request post(String path, Body body) {
        return of("POST", path, Optional.of(body));
    }

    public static Request put(String path, JsonNode object) {
        return of("PUT", path, Optional.of(json(object)));
    }

    /** A patch; the content type says which of the four kinds. */
    public static Request patch(String path, String contentType, byte[] patch) {
        return of("PATCH", path, Optional.of(new Body.Bytes(Optional.of(contentType), patch)));
    }

    private static Body json(JsonNode object) {
        return new Body.Bytes(Optional.of("application/json"), Json.bytes(object));
    }

    public Request with(String name, String value) {
        List<Parameter> more = new ArrayList<>(query);
        more.add(new Parameter(name, value));
        return new Request(method, path, List.copyOf(more), accept, headers, body, streamed);
    }

    public Request with(String name, Optional<String> value) {
        return value.map(v -> with(name, v)).orElse(this);
    }

    /** The same without a parameter. */
    Request without(String name) {
        List<Parameter> fewer = query.stream()
                .filter(parameter -> !parameter.name().equals(name))
                .toList();
        return new Request(method, path, fewer, accept, headers, body, streamed);
    }

    /** Whether a parameter is there. */
    boolean has(String name) {
        return query.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    public Request withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Request(method, path, query, accept, Collections.unmodifiableMap(more), body, streamed);
    }

    public Request accepting(String mediaTypes) {
        return new Request(method, path, query, mediaTypes, headers, body, streamed);
    }

    /** The answer is a stream of unknown length (watch, log): no request timeout applies to its body. */
    public Request asStream() {
        return new Request(method, path, query, accept, headers, body, true);
    }

    /** Path and encoded query. */
    public String target() {
        StringBuilder target = new StringBuilder(path);
        char separator = path.indexOf('?') < 0 ? '?' : '&';
        for (Parameter parameter : query) {
            target.append(separator)
                    .append(encode(parameter.name()))
                    .append('=')
                    .append(encode(parameter.value()));
            separator = '&';
        }
        return target.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether sending it again after a broken connection can do no harm. */
    boolean isHarmless() {
        return method.equals("GET") && body.isEmpty();
    }

    /** Whether its answer may come packed: what is read as it happens must not wait in a packer. */
    boolean isPackable() {
        return isHarmless() && !streamed;
    }

    /** Whether it cannot be sent again, because its body has been read. */
    boolean isSpent() {
        return body.orElse(null) instanceof Body.Stream;
    }
}
