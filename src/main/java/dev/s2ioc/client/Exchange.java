package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.wire.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Requests out, answers in: credentials, what may be sent again and when, and failures with a name. */
final class Exchange implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ClientConfig config;
    private final RequestNotes notes;
    private final Transport transport;

    Exchange(ClientConfig config, Talk talk, KnownServers known) {
        this.config = config;
        this.notes = new RequestNotes(talk);
        this.transport = new Transport(config, known);
    }

    /**
     * Sends a request; whatever status comes back is an answer. Sent again are: what was refused with 401 when the
     * credentials can be renewed; what the server asks to send again later; a GET whose connection broke before the answer.
     * A body that is a stream is sent once only.
     */
    Answer send(Request request) {
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            Answer answer;
            try {
                answer = sendOnce(request);
            } catch (ConnectionException e) {
                if (attempt == ATTEMPTS || !request.isHarmless() || !ConnectionFailures.mayPass(e)) {
                    throw e;
                }
                pause(Duration.ofMillis(100L << attempt));
                continue;
            }
            if (request.isSpent() || attempt == ATTEMPTS) {
                return answer;
            }
            Optional<Duration> later = retryAfter(answer);
            if (answer.code() == 401 && !renewed && config.credentials().refresh()) {
                renewed = true;
            } else if (later.isPresent()) {
                pause(later.get());
            } else {
                return answer;
            }
            discard(answer);
        }
    }

    /** When the server says that it was too busy, and when to come again. */
    private static Optional<Duration> retryAfter(Answer answer) {
        if (answer.code() != 429 && answer.code() != 503) {
            return Optional.empty();
        }
        return answer.header("Retry-After")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0);
    }

    private Answer sendOnce(Request request) {
        long start = System.nanoTime();
        URI uri = URI.create(config.server() + request.target());
        List<Header> headers = RequestHeaders.of(config, request);
        notes.sending(request, uri, headers);
        try {
            Answer answer = transport.send(request, uri, headers);
            notes.answered(request, uri, answer, System.nanoTime() - start);
            return new Answer(answer.code(), answer.headers(), body(request, answer, start));
        } catch (IOException e) {
            notes.failed(request, uri, e);
            throw broken(e);
        }
    }

    private InputStream body(Request request, Answer answer, long start) throws IOException {
        InputStream body = answer.body();
        if (request.streamed()) {
            return body;
        }
        if (config.requestTimeout().isPositive()) {
            body = new TimedBody(body, config.requestTimeout().minusNanos(System.nanoTime() - start));
        }
        if (request.isPackable() && answer.headers("Content-Encoding").equals(List.of("gzip"))) {
            body = new GZIPInputStream(body, 1 << 16);
        }
        if (notes.wantBodies()) {
            byte[] bytes = body.readAllBytes();
            notes.body("Response", bytes);
            return new ByteArrayInputStream(bytes);
        }
        return body;
    }

    /** The failure of a connection, with its kind. */
    ConnectionException broken(Throwable failure) {
        return ConnectionFailures.of(failure, config.server());
    }

    private void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException(ConnectionException.Kind.INTERRUPTED, server(), "interrupted", e);
        }
    }

    private String server() {
        return ConnectionFailures.hostAndPort(config.server());
    }

    private static void discard(Answer answer) {
        try {
            answer.close();
        } catch (IOException e) {
            // The refused answer is of no further use; the one that follows it counts.
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
