package dev.s2ioc.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A server on plain HTTP that reads and writes as slowly, as partly and as wrongly as a test wants. */
public final class StreamingApi implements AutoCloseable {

    /** Answers a request; if it throws, the connection breaks there. */
    public interface Handler {
        void handle(HttpExchange exchange) throws Exception;
    }

    private final Map<String, List<Handler>> handlers = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private StreamingApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::dispatch);
    }

    public static StreamingApi start() {
        try {
            StreamingApi api = new StreamingApi();
            api.server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code on("GET /path", handler)}, without the query. Several are asked in turn; the last one is asked again. */
    public synchronized StreamingApi on(String request, Handler handler) {
        handlers.computeIfAbsent(request, key -> new ArrayList<>()).add(handler);
        return this;
    }

    public StreamingApi on(String request, int code, String body) {
        return on(request, exchange -> answer(exchange, code, body));
    }

    /** Reads the request, and answers it whole. */
    public static void answer(HttpExchange exchange, int code, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** {@code METHOD /path?query} of all requests so far. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private void dispatch(HttpExchange exchange) throws IOException {
        try {
            next(exchange).handle(exchange);
        } catch (Exception e) {
            // The JDK's server closes the connection when a handler throws, without ending the answer.
            throw new IOException("broken on purpose, or by mistake", e);
        }
    }

    private synchronized Handler next(HttpExchange exchange) {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        List<Handler> told = handlers.get(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        if (told == null) {
            return other -> answer(other, 404, "{\"kind\":\"Status\",\"reason\":\"NotFound\",\"message\":\"no\"}");
        }
        return told.size() > 1 ? told.removeFirst() : told.getFirst();
    }

    /** Runs the program in a directory against this server, in namespace {@code demo}. */
    public Ran s2ioc(Path directory, String... words) {
        return Run.in(directory)
                .s2ioc(Stream.concat(Stream.of("--server=" + url(), "--namespace=demo"), Stream.of(words))
                        .toArray(String[]::new));
    }

    /** The base address, without a trailing slash. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
