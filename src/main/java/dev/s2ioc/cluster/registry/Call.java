package dev.s2ioc.cluster.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** One request to the registry and its answer. */
record Call(ServerRequest request, ServerResponse response) {
    String method() {
        return request.prologue().method().text();
    }

    String path() {
        return request.path().path();
    }

    Optional<String> query(String name) {
        return request.query().first(name).asOptional().filter(value -> !value.isEmpty());
    }

    Optional<String> header(HeaderName name) {
        return request.headers().first(name);
    }

    /** The name under which the client has found the registry. */
    String host() {
        return header(HeaderNames.HOST)
                .filter(host -> host.matches("[A-Za-z0-9.:\\[\\]-]+"))
                .orElse(request.localPeer().host() + ":" + request.localPeer().port());
    }

    /** Whether the client has what this ETag names; then it is told so, and the request is answered. */
    boolean answerUnchanged(String etag) {
        boolean unchanged = request.headers().values(HeaderNames.IF_NONE_MATCH).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(each -> each.trim().replaceFirst("^W/", ""))
                .anyMatch(each -> each.equals("*") || each.equals(etag));
        if (unchanged) {
            answer(304);
        }
        return unchanged;
    }

    InputStream body() {
        return request.content().hasEntity() ? request.content().inputStream() : InputStream.nullInputStream();
    }

    boolean isHead() {
        return method().equals("HEAD");
    }

    Call with(HeaderName name, String value) {
        response.header(name, value);
        return this;
    }

    Call with(String name, String value) {
        response.header(name, value);
        return this;
    }

    void answer(int status) {
        response.status(status).send();
    }

    void answer(int status, JsonNode body) {
        with(HeaderNames.CONTENT_TYPE, "application/json");
        answer(status, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with a body, or with its length alone if the client asked with HEAD. */
    void answer(int status, byte[] body) {
        if (isHead()) {
            response.contentLength(body.length);
            answer(status);
        } else {
            response.status(status).send(body);
        }
    }

    /** Answers with so many bytes of a stream. */
    void answer(int status, InputStream body, long length) throws IOException {
        response.status(status);
        response.contentLength(length);
        try (OutputStream out = response.outputStream()) {
            byte[] buffer = new byte[1 << 16];
            long left = length;
            while (left > 0) {
                int n = body.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new IOException("a blob ended " + left + " bytes early");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }
}
