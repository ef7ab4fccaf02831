package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Duplex;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.store.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
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
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One HTTP request and its answer, with the server's library kept behind it. */
final class Exchange implements Subresource.Reply {
    private static final int PACKED_FROM = 128 * 1024;

    private final HttpPrologue prologue;
    private final Headers headers;
    private final Supplier<InputStream> body;
    private final Outlet outlet;
    private final List<String> warnings = new ArrayList<>();

    Exchange(ServerRequest request, ServerResponse response) {
        this(
                request.prologue(),
                request.headers(),
                () -> request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream(),
                new HttpOutlet(response));
    }

    /** A request that cannot have a body, because other bytes follow it. */
    Exchange(HttpPrologue prologue, Headers headers, Outlet outlet) {
        this(prologue, headers, InputStream::nullInputStream, outlet);
    }

    private Exchange(HttpPrologue prologue, Headers headers, Supplier<InputStream> body, Outlet outlet) {
        this.prologue = prologue;
        this.headers = headers;
        this.body = body;
        this.outlet = outlet;
    }

    String method() {
        return prologue.method().text();
    }

    /** The path's elements, decoded one by one: an encoded slash separates nothing. */
    List<String> path() {
        List<String> elements = new ArrayList<>();
        for (String element : prologue.uriPath().rawPath().split("/")) {
            if (!element.isEmpty()) {
                elements.add(decoded(element.replace("+", "%2B")));
            }
        }
        return elements;
    }

    Map<String, List<String>> query() {
        return Form.parse(prologue.query().rawValue());
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StatusException.badRequest("invalid URL escape in " + text);
        }
    }

    Optional<String> header(String name) {
        return headers.first(HeaderNames.create(name));
    }

    List<String> headers(String name) {
        var key = HeaderNames.create(name);
        return headers.contains(key) ? headers.get(key).allValues() : List.of();
    }

    /** The values of a header that is a list. */
    List<String> listed(String name) {
        return headers(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Whether the caller would go on over a WebSocket. */
    boolean asksForWebSocket() {
        return header("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    InputStream body() {
        return body.get();
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
        headers.forEach(outlet::header);
        send(code, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    void jsonAs(String contentType, JsonNode body) {
        send(200, contentType, Json.bytes(body));
    }

    /** What is long is packed for those who can read it; what is short is not worth the work. */
    private void send(int code, String contentType, byte[] body) {
        prepare(contentType);
        boolean packed = body.length > PACKED_FROM && acceptsGzip();
        if (packed) {
            outlet.header("Content-Encoding", "gzip");
            outlet.header("Vary", "Accept-Encoding");
        }
        outlet.send(code, packed ? gzip(body) : body, !method().equals("HEAD"));
    }

    private boolean acceptsGzip() {
        return Arrays.stream(header("Accept-Encoding").orElse("").split(","))
                .map(String::strip)
                .anyMatch(coding -> coding.equals("gzip") || coding.startsWith("gzip;") && !coding.endsWith("q=0"));
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream out = new QuickGzip(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** As on a real server: the level that takes the least time, for lists pack well with any. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    @Override
    public OutputStream stream(String contentType) throws IOException {
        prepare(contentType);
        return outlet.stream();
    }

    @Override
    public Duplex upgrade(Map<String, String> headers) throws IOException {
        headers.forEach(outlet::header);
        return outlet.upgrade(header("Upgrade").orElse(""));
    }

    private void prepare(String contentType) {
        outlet.header("Content-Type", contentType);
        outlet.header("Cache-Control", "no-cache, private");
        if (!warnings.isEmpty()) {
            String[] values = warnings.stream()
                    .map(text -> "299 - \"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                    .toArray(String[]::new);
            outlet.header("Warning", values);
        }
    }

    /** Whether the answer has begun, so that its status can no longer be chosen. */
    boolean isAnswered() {
        return outlet.isSent();
    }
}
