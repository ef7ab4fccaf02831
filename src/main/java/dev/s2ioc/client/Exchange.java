package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** Requests out, answers in: credentials, what may be sent again and when, and failures with a name. */
final class Exchange implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ClientConfig config;
    private final RequestNotes notes;
    private final Transport transport;

    Exchange(ClientConfig config, Talk talk) {
        this.config = config;
        this.notes = new RequestNotes(talk);
        this.transport = new Transport(config);
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
        HttpRequest httpRequest = httpRequest(request);
        notes.sending(request, httpRequest);
        ArrivingBody arriving = new ArrivingBody();
        CompletableFuture<HttpResponse<AsyncBody>> future = transport.http().consumeBytes(httpRequest, arriving);
        try {
            HttpResponse<AsyncBody> response = future.get();
            notes.answered(httpRequest, response, System.nanoTime() - start);
            return new Answer(
                    response.code(),
                    response.headers(),
                    body(request, response, arriving.from(response.body()), start));
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new ConnectionException(ConnectionException.Kind.INTERRUPTED, server(), "interrupted", e);
        } catch (ExecutionException e) {
            notes.failed(httpRequest, e.getCause());
            throw broken(e.getCause());
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private InputStream body(Request request, HttpResponse<?> response, InputStream arriving, long start)
            throws IOException {
        InputStream body = arriving;
        if (request.streamed()) {
            return body;
        }
        if (config.requestTimeout().isPositive()) {
            body = new TimedBody(body, config.requestTimeout().minusNanos(System.nanoTime() - start));
        }
        if (request.isPackable() && List.of("gzip").equals(response.headers("Content-Encoding"))) {
            body = new GZIPInputStream(body, 1 << 16);
        }
        if (notes.wantBodies()) {
            byte[] bytes = body.readAllBytes();
            notes.body("Response", bytes);
            return new ByteArrayInputStream(bytes);
        }
        return body;
    }

    private HttpRequest httpRequest(Request request) {
        HttpRequest.Builder builder =
                transport.http().newHttpRequestBuilder().uri(URI.create(config.server() + request.target()));
        RequestHeaders.of(config, request).forEach(header -> builder.header(header.name(), header.value()));
        request.body()
                .ifPresentOrElse(
                        body -> send(builder, request.method(), body),
                        () -> builder.method(request.method(), null, null));
        if (!request.streamed() && config.requestTimeout().isPositive()) {
            builder.timeout(config.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
        }
        return builder.build();
    }

    private static void send(HttpRequest.Builder builder, String method, Request.Body body) {
        String contentType = body.contentType().orElse(null);
        switch (body) {
            case Request.Body.Bytes bytes ->
                builder.method(method, contentType, new ByteArrayInputStream(bytes.bytes()), bytes.bytes().length);
            case Request.Body.Stream stream -> builder.method(method, contentType, stream.stream(), -1);
        }
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
