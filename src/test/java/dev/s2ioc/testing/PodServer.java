package dev.s2ioc.testing;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsRouting;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * An API whose pods are this machine: what is executed in them runs as a process here, what is forwarded is connected to a
 * port here. It answers other requests as it is told and keeps what it was asked.
 */
public final class PodServer implements AutoCloseable {

    /** What runs in a container. */
    public interface Program {
        int run(InputStream in, OutputStream out, OutputStream err) throws Exception;
    }

    private static final Logger CHATTER = Logger.getLogger("io.helidon");

    static {
        CHATTER.setLevel(Level.WARNING);
    }

    private final Map<String, List<Map.Entry<Integer, String>>> answers = new HashMap<>();
    private final Map<String, CompletableFuture<Void>> gates = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();
    private final WebServer server;
    private Set<String> protocols = Set.of("v5.channel.k8s.io", "v4.channel.k8s.io");
    private Set<String> missing = Set.of();
    private Program attached = (in, out, err) -> 0;

    private PodServer() {
        server = WebServer.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(0)
                .shutdownHook(false)
                .addRouting(HttpRouting.builder().any(this::answer))
                .addRouting(WsRouting.builder()
                        .endpoint("/api/v1/namespaces/{ns}/pods/{pod}/exec", () -> new PodSocket(this))
                        .endpoint("/api/v1/namespaces/{ns}/pods/{pod}/attach", () -> new PodSocket(this))
                        .endpoint("/api/v1/namespaces/{ns}/pods/{pod}/portforward", () -> new PodSocket(this)))
                .build();
    }

    /** A running server whose namespace {@code demo} has a running pod {@code hello} with one container, {@code web}. */
    public static PodServer start() {
        PodServer api = new PodServer();
        api.on("GET /api/v1/namespaces/demo", "{\"kind\":\"Namespace\",\"metadata\":{\"name\":\"demo\"}}");
        api.on("GET /api/v1/namespaces/demo/pods/hello", pod("hello", "{\"name\":\"web\"}"));
        api.server.start();
        return api;
    }

    /** A running pod. */
    public static String pod(String name, String containers) {
        return "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"" + name
                + "\",\"namespace\":\"demo\",\"resourceVersion\":\"7\"},\"spec\":{\"containers\":[" + containers
                + "]},\"status\":{\"phase\":\"Running\"}}";
    }

    /** {@code on("GET /path?query", body)}; several answers are given in turn, the last one again and again. */
    public synchronized PodServer on(String request, String body) {
        return on(request, 200, body);
    }

    public synchronized PodServer on(String request, int code, String body) {
        answers.computeIfAbsent(request, key -> new ArrayList<>()).add(Map.entry(code, body));
        return this;
    }

    /** Answers when the gate opens, and not before. */
    public synchronized PodServer onWhen(CompletableFuture<Void> gate, String request, String body) {
        gates.put(request, gate);
        return on(request, body);
    }

    /** Which subprotocols it speaks. */
    public PodServer speaking(String... names) {
        protocols = Set.of(names);
        return this;
    }

    /** Which programs the containers do not have, although this machine may. */
    public PodServer lacking(String... programs) {
        missing = Set.of(programs);
        return this;
    }

    Set<String> missing() {
        return missing;
    }

    /** What those who attach are connected with. */
    public PodServer attached(Program program) {
        attached = program;
        return this;
    }

    Set<String> protocols() {
        return protocols;
    }

    Program attached() {
        return attached;
    }

    synchronized void note(String request) {
        requests.add(request);
    }

    synchronized void noteSize(String size) {
        sizes.add(size);
    }

    /** What the other side said of the size of its terminal. */
    public synchronized List<String> sizes() {
        return List.copyOf(sizes);
    }

    /** All requests so far: {@code METHOD /path?query}, then the body, if there is any, after a space. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(ServerRequest request, ServerResponse response) {
        String query = request.query().rawValue();
        String line = request.prologue().method().text() + " "
                + request.prologue().uriPath().rawPath() + (query.isEmpty() ? "" : "?" + query);
        String body = request.content().hasEntity() ? request.content().as(String.class) : "";
        note(line + (body.isEmpty() ? "" : " " + body));
        gate(line).join();
        Map.Entry<Integer, String> answer = next(line);
        response.status(Status.create(answer.getKey()));
        response.header(
                HeaderNames.CONTENT_TYPE, answer.getValue().startsWith("{") ? "application/json" : "text/plain");
        response.send(answer.getValue().getBytes(StandardCharsets.UTF_8));
    }

    private synchronized CompletableFuture<Void> gate(String line) {
        return gates.getOrDefault(line, CompletableFuture.completedFuture(null));
    }

    private synchronized Map.Entry<Integer, String> next(String line) {
        List<Map.Entry<Integer, String>> told = answers.get(line);
        if (told == null) {
            return Map.entry(
                    404,
                    "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404,"
                            + "\"message\":\"the server could not find the requested resource\"}");
        }
        return told.size() > 1 ? told.removeFirst() : told.getFirst();
    }

    /** The base address, without a trailing slash. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The words with the flags in front that lead to this server and to the namespace {@code demo}. */
    public String[] arguments(String... words) {
        return Stream.concat(Stream.of("--server=" + url(), "--namespace=demo"), Stream.of(words))
                .toArray(String[]::new);
    }

    /** Runs the program in a directory against this server, in namespace {@code demo}. */
    public Ran s2ioc(Path directory, String... words) {
        return Run.in(directory, Map.of("PATH", System.getenv("PATH"))).s2ioc(arguments(words));
    }

    @Override
    public void close() {
        server.stop();
    }
}
