package dev.s2ioc.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** An image registry that holds what it was told, and wants a login if it was told one. */
public final class RegistryStub implements AutoCloseable {

    /** What it asks of those who come: nothing, a password, or a token that a password gets. */
    public enum Door {
        OPEN,
        BASIC,
        BEARER
    }

    private record Content(String type, byte[] bytes) {}

    private static final String TOKEN = "a-token";

    private final HttpServer server;
    private final Door door;
    private final String authorization;
    private final Map<String, Content> contents = new HashMap<>();
    private final List<String> requests = new ArrayList<>();

    private RegistryStub(HttpServer server, Door door, String login) {
        this.server = server;
        this.door = door;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param login {@code user:password}, which an open door does not ask for */
    public static RegistryStub start(Door door, String login) {
        try {
            return new RegistryStub(HttpServer.create(address(), 0), door, login);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that speaks TLS and is open. */
    public static RegistryStub start(SSLContext tls) {
        try {
            HttpsServer server = HttpsServer.create(address(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new RegistryStub(server, Door.OPEN, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps a manifest under a tag and under its digest, which is answered. */
    public String manifest(String repository, String tag, String type, String json) {
        String digest = digest(json);
        Content content = new Content(type, json.getBytes(StandardCharsets.UTF_8));
        contents.put("/v2/" + repository + "/manifests/" + tag, content);
        contents.put("/v2/" + repository + "/manifests/" + digest, content);
        return digest;
    }

    /** Keeps a blob; answers its digest. */
    public String blob(String repository, String json) {
        String digest = digest(json);
        blob(repository, digest, json);
        return digest;
    }

    /** Keeps a blob under a digest that may be another's. */
    public void blob(String repository, String digest, String json) {
        contents.put(
                "/v2/" + repository + "/blobs/" + digest,
                new Content("application/octet-stream", json.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code METHOD /path}, then what the client said of itself: nobody, Basic or Bearer. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("nobody");
        requests.add(exchange.getRequestMethod() + " "
                + exchange.getRequestURI().toString().replace(host(), "HOST") + " " + given.replaceFirst(" .*", ""));
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/token")) {
            boolean known = given.equals(authorization);
            send(exchange, known ? 200 : 401, "application/json", known ? "{\"token\":\"" + TOKEN + "\"}" : "{}");
        } else if (!mayEnter(given)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", challenge());
            send(exchange, 401, "application/json", error("UNAUTHORIZED", "authentication required"));
        } else if (path.equals("/v2/")) {
            send(exchange, 200, "application/json", "{}");
        } else if (contents.containsKey(path)) {
            Content content = contents.get(path);
            send(exchange, 200, content.type(), new String(content.bytes(), StandardCharsets.UTF_8));
        } else {
            send(exchange, 404, "application/json", error("MANIFEST_UNKNOWN", "manifest unknown"));
        }
    }

    private boolean mayEnter(String given) {
        return switch (door) {
            case OPEN -> true;
            case BASIC -> given.equals(authorization);
            case BEARER -> given.equals("Bearer " + TOKEN);
        };
    }

    private String challenge() {
        return door == Door.BASIC
                ? "Basic realm=\"stub\""
                : "Bearer realm=\"http://" + host() + "/token\",service=\"stub\"";
    }

    private static String error(String code, String message) {
        return "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
    }

    private static void send(HttpExchange exchange, int code, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
