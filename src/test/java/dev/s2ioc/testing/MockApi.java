package dev.s2ioc.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A Kubernetes API on plain HTTP that answers as it is told and keeps what it was asked. Answers to the same request are
 * given in the order they were told; the last one is repeated. What it was told nothing about is a 404 in the API's
 * words; the namespace {@code demo} exists.
 */
public final class MockApi implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Logger CHATTER = Logger.getLogger("io.fabric8.mockwebserver");

    static {
        CHATTER.setLevel(Level.WARNING);
    }

    private final Map<String, Deque<MockResponse>> answers = new HashMap<>();
    private final List<RecordedRequest> received = new ArrayList<>();
    private final KubernetesMockServer server;

    private MockApi() {
        Dispatcher dispatcher = new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        };
        server = new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), dispatcher, false);
    }

    /** A running server on a free port. */
    public static MockApi start() {
        MockApi api = new MockApi();
        api.on(
                "GET /api/v1/namespaces/demo",
                "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"demo\"}}");
        api.server.start(InetAddress.getLoopbackAddress(), 0);
        return api;
    }

    /** {@code on("GET /path?query", body)}: answers 200 with the body; the query is spelled as sent, encoded. */
    public MockApi on(String request, String body) {
        return on(request, 200, body);
    }

    public MockApi on(String request, JsonNode body) {
        return on(request, 200, body.toString());
    }

    public MockApi on(String request, int code, String body) {
        boolean json = body.startsWith("{") || body.startsWith("[");
        return on(
                request,
                new MockResponse()
                        .setResponseCode(code)
                        .setHeader("Content-Type", json ? "application/json" : "text/plain")
                        .setBody(body));
    }

    /** Any answer at all: headers, delays, chunks. */
    public synchronized MockApi on(String request, MockResponse answer) {
        answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** Refuses with a {@code Status} object. */
    public MockApi refuse(String request, int code, String reason, String message) {
        return on(request, code, status(code, reason, message).toString());
    }

    /** Refuses as the API does when a named object is missing: {@code builds.build.openshift.io "x" not found}. */
    public MockApi missing(String request, String qualifiedResource, String name) {
        ObjectNode status = status(404, "NotFound", qualifiedResource + " \"" + name + "\" not found");
        int dot = qualifiedResource.indexOf('.');
        ObjectNode details = status.putObject("details").put("name", name);
        details.put("kind", dot < 0 ? qualifiedResource : qualifiedResource.substring(0, dot));
        if (dot >= 0) {
            details.put("group", qualifiedResource.substring(dot + 1));
        }
        return on(request, 404, status.toString());
    }

    /** All requests so far, one line each: {@code METHOD /path?query}, then the body, if it is text, after a space. */
    public synchronized List<String> requests() {
        return received.stream().map(MockApi::line).toList();
    }

    /** The requests with their headers and bodies. */
    public synchronized List<RecordedRequest> received() {
        return List.copyOf(received);
    }

    /** The base address, without a trailing slash. */
    public String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** Runs the program in a directory against this server, in namespace {@code demo} unless the words say otherwise. */
    public Ran s2ioc(Path directory, String... words) {
        return Run.in(directory).s2ioc(arguments(words));
    }

    /** The words with the flags in front that lead to this server and to the namespace {@code demo}. */
    public String[] arguments(String... words) {
        return Stream.concat(Stream.of("--server=" + url(), "--namespace=demo"), Stream.of(words))
                .toArray(String[]::new);
    }

    /** The text of a test resource, such as {@code /recordings/d-end/builds.table.json}. */
    public static String resource(String path) {
        try (InputStream in = MockApi.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        received.add(request);
        Deque<MockResponse> told = answers.get(request.getMethod() + " " + request.getPath());
        if (told != null) {
            return told.size() > 1 ? told.removeFirst() : told.getFirst();
        }
        return new MockResponse()
                .setResponseCode(404)
                .setHeader("Content-Type", "application/json")
                .setBody(status(404, "NotFound", "the server could not find the requested resource")
                        .toString());
    }

    private static String line(RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getUtf8Body();
        return request.getMethod() + " " + request.getPath() + (body.isEmpty() ? "" : " " + body);
    }

    private static ObjectNode status(int code, String reason, String message) {
        ObjectNode status = MAPPER.createObjectNode().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return status.put("status", "Failure")
                .put("message", message)
                .put("reason", reason)
                .put("code", code);
    }
}
