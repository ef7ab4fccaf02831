package dev.s2ioc.client;

import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What is said about requests: at 6 the line, at 7 the headers, at 8 the bodies cut short, at 9 a curl command, at 10 all. */
final class RequestNotes {
    private final Talk talk;

    RequestNotes(Talk talk) {
        this.talk = talk;
    }

    boolean wantBodies() {
        return talk.wants(8);
    }

    void sending(Request request, HttpRequest http) {
        if (!talk.wants(7)) {
            return;
        }
        talk.note(7, request.method() + " " + Redaction.address(http.uri()));
        talk.note(7, "Request Headers:");
        StringBuilder curl = new StringBuilder("curl -v -X" + request.method());
        new TreeMap<>(http.headers())
                .forEach((name, values) -> values.forEach(value -> {
                    String shown = Redaction.header(name, value);
                    talk.note(7, "    " + name + ": " + shown);
                    curl.append(" -H \"")
                            .append(name)
                            .append(": ")
                            .append(shown)
                            .append('"');
                }));
        talk.note(
                9,
                curl.append(" '")
                        .append(Redaction.address(http.uri()))
                        .append('\'')
                        .toString());
        if (request.body().orElse(null) instanceof Request.Body.Bytes sent) {
            body("Request", sent.bytes());
        }
    }

    void answered(HttpRequest request, HttpResponse<?> response, long nanos) {
        talk.note(
                6,
                request.method() + " " + Redaction.address(request.uri()) + " " + response.code() + " in "
                        + TimeUnit.NANOSECONDS.toMillis(nanos) + " milliseconds");
        if (talk.wants(7)) {
            talk.note(7, "Response Headers:");
            new TreeMap<>(response.headers())
                    .forEach((name, values) -> values.forEach(
                            value -> talk.note(7, "    " + name + ": " + Redaction.header(name, value))));
        }
        response.headers().getOrDefault("warning", List.of()).forEach(this::warn);
    }

    void failed(HttpRequest request, Throwable failure) {
        talk.note(6, request.method() + " " + request.uri() + " failed: " + failure);
    }

    void body(String whose, byte[] bytes) {
        if (wantBodies()) {
            String text = Redaction.body(new String(bytes, StandardCharsets.UTF_8));
            int limit = talk.wants(10) ? Integer.MAX_VALUE : talk.wants(9) ? 10240 : 1024;
            boolean cut = text.length() > limit;
            talk.note(
                    8,
                    whose + " Body: "
                            + (cut
                                    ? text.substring(0, limit) + " [truncated " + (text.length() - limit) + " chars]"
                                    : text));
        }
    }

    /** {@code 299 - "text"} becomes text. */
    private void warn(String header) {
        int from = header.indexOf('"');
        int to = header.lastIndexOf('"');
        talk.warn(from >= 0 && to > from ? header.substring(from + 1, to).replace("\\\"", "\"") : header);
    }
}
