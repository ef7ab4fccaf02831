package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.store.Json;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** One HTTP request and its answer, with the server's library kept behind it. */
final class Exchange implements Subresource.Reply {
    private static final int PACKED_FROM = 128 * 1024;

    private final ServerRequest request;
    private final ServerResponse response;
    private final List<String> warnings = new ArrayList<>();
    private boolean streaming;

    Exchange(ServerRequest request, ServerResponse response) {
        this.request = request;
        this.response = response;
    }

    String method() {
        return request.prologue().method().text();
    }

    /** The path's elements, decoded one by one: an encoded slash separates nothing. */
    List<String> path() {
        List<String> elements = new ArrayList<>();
        for (String element : request.prologue().uriPath().rawPath().split("/")) {
            if (!element.isEmpty()) {
                elements.add(decoded(element.replace("+", "%2B")));
            }
        }
        return elements;
    }

    Map<String, List<String>> query() {
        return Form.parse(request.prologue().query().rawValue());
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StatusException.badRequest("invalid URL escape in " + text);
        }
    }

    Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    List<String> headers(String name) {
        var key = HeaderNames.create(name);
        return request.headers().contains(key) ? request.headers().get(key).allValues() : List.of();
    }

    InputStream body() {
        return request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
    }

    /** Where the answer's Warning headers are collected. */
    List<String> warnings() {
        return warnings;
    }

    @Override
    public void json(int code, JsonNode body) {
        Representation representation = Representation.of(this);
        send(code, representation.contentType(), representation.bytes(body));
    }

    void send(int code, String contentType, String body, Map<String, String> headers) {
        headers.forEach((name, value) -> response.header(HeaderNames.create(name), value));
        send(code, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    void jsonAs(String contentType, JsonNode body) {
        send(200, contentType, Json.bytes(body));
    }

    /** What is long is packed for those who can read it; what is short is not worth the work. */
    private void send(int code, String contentType, byte[] body) {
        prepare(contentType);
        response.status(code);
        boolean packed = body.length > PACKED_FROM && acceptsGzip();
        if (packed) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
            response.header(HeaderNames.VARY, "Accept-Encoding");
        }
        answer(packed ? gzip(body) : body);
    }

    /** HEAD is told how long the body would be; Go's clients take bytes that follow for an answer to their next request. */
    private void answer(byte[] body) {
        if (method().equals("HEAD")) {
            response.contentLength(body.length);
            response.send();
        } else {
            response.send(body);
        }
    }

    private boolean acceptsGzip() {
        return Arrays.stream(header("Accept-Encoding").orElse("").split(","))
                .map(String::strip)
                .anyMatch(coding -> coding.equals("gzip") || coding.startsWith("gzip;") && !coding.endsWith("q=0"));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public OutputStream stream(String contentType) throws IOException {
        prepare(contentType);
        streaming = true;
        OutputStream out = response.outputStream();
        HeadersFirst.send(response);
        return out;
    }

    private void prepare(String contentType) {
        response.header(HeaderNames.CONTENT_TYPE, contentType);
        response.header(HeaderNames.CACHE_CONTROL, "no-cache, private");
        if (!warnings.isEmpty()) {
            String[] values = warnings.stream()
                    .map(text -> "299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                    .toArray(String[]::new);
            response.header(HeaderNames.create("Warning"), values);
        }
    }

    /** Whether the answer has begun, so that its status can no longer be chosen. */
    boolean isAnswered() {
        return streaming || response.isSent();
    }
}
