package dev.s2ioc.client;

import dev.s2ioc.wire.Header;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    void sending(Request request, URI uri, List<Header> headers) {
        if (!talk.wants(7)) {
            return;
        }
        talk.note(7, request.method() + " " + Redaction.address(uri));
        talk.note(7, "Request Headers:");
        StringBuilder curl = new StringBuilder("curl -v -X" + request.method());
        headers.stream()
                .sorted(Comparator.comparing(header -> header.name().toLowerCase(Locale.ROOT)))
                .forEach(header -> {
                    String shown = Redaction.header(header.name(), header.value());
                    talk.note(7, "    " + header.name() + ": " + shown);
                    curl.append(" -H \"")
                            .append(header.name())
                            .append(": ")
                            .append(shown)
                            .append('"');
                });
        talk.note(
                9, curl.append(" '").append(Redaction.address(uri)).append('\'').toString());
        if (request.body().orElse(null) instanceof Request.Body.Bytes sent) {
            body("Request", sent.bytes());
        }
    }

    void answered(Request request, URI uri, Answer answer, long nanos) {
        if (talk.wants(6)) {
            talk.note(
                    6,
                    request.method() + " " + Redaction.address(uri) + " " + answer.code() + " in "
                            + TimeUnit.NANOSECONDS.toMillis(nanos) + " milliseconds");
        }
        if (talk.wants(7)) {
            talk.note(7, "Response Headers:");
            new TreeMap<>(answer.headers())
                    .forEach((name, values) -> values.forEach(
                            value -> talk.note(7, "    " + name + ": " + Redaction.header(name, value))));
        }
        answer.headers("warning").forEach(this::warn);
    }

    void failed(Request request, URI uri, Throwable failure) {
        talk.note(6, request.method() + " " + Redaction.address(uri) + " failed: " + failure);
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
