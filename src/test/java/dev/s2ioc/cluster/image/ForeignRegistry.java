package dev.s2ioc.cluster.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Another registry, in plain HTTP: "lab" is public, "guarded" wants a token, "private" a password. */
final class ForeignRegistry implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();

    ForeignRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Offers an image for this architecture; answers its digest. */
    String image(String repository, String tag) throws Exception {
        String config = "{\"architecture\":\"amd64\",\"config\":{\"Cmd\":[\"/bin/sh\"]}}";
        contents.put("/v2/" + repository + "/blobs/" + digest(config), config);
        return manifest(
                repository,
                tag,
                "application/vnd.oci.image.manifest.v1+json",
                "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + digest(config) + "\"},\"layers\":[]}");
    }

    String manifest(String repository, String tag, String mediaType, String content) throws Exception {
        for (String reference : new String[] {tag, digest(content)}) {
            contents.put("/v2/" + repository + "/manifests/" + reference, content);
            types.put("/v2/" + repository + "/manifests/" + reference, mediaType);
        }
        return digest(content);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (path.equals("/token")) {
            String query = exchange.getRequestURI().getQuery();
            boolean right = query.equals("service=here&scope=repository:guarded/app:pull");
            send(exchange, right ? 200 : 400, "{\"token\":\"secret\"}", "application/json");
        } else if (path.startsWith("/v2/guarded/") && !authorization.equals("Bearer secret")) {
            exchange.getResponseHeaders()
                    .add(
                            "WWW-Authenticate",
                            "Bearer realm=\"http://" + address() + "/token\",service=\"here\",scope=\"x\"");
            send(exchange, 401, "{}", "application/json");
        } else if (path.startsWith("/v2/private/")) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"here\"");
            send(exchange, 401, "{}", "application/json");
        } else if (contents.containsKey(path)) {
            send(exchange, 200, contents.get(path), types.getOrDefault(path, "application/octet-stream"));
        } else {
            send(exchange, 404, "{}", "application/json");
        }
    }

    private static void send(HttpExchange exchange, int code, String body, String type) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static String digest(String content) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256:" + HexFormat.of().formatHex(hash);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
