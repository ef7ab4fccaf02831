package dev.s2ioc.cluster.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Another registry, in plain HTTP: "lab" is public, "guarded" wants a token, "private" a password. Whoever speaks TLS is hung
 * up on.
 */
final class ForeignRegistry implements AutoCloseable {
    /** Name and password for "private", as a secret has them. */
    static final String LOGIN = Base64.getEncoder().encodeToString("robot:secret".getBytes(StandardCharsets.UTF_8));

    private static final int TLS = 0x16;
    private static final int TAGS_A_PAGE = 2;

    private final HttpServer server;
    private final ServerSocket door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();

    ForeignRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Thread.ofVirtual().start(this::admit);
    }

    String address() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /** The next requests are told to come back later. */
    void beBusy(int requests) {
        busy.set(requests);
    }

    /** How many requests there were. */
    int asked() {
        return asked.get();
    }

    private void admit() {
        try {
            while (true) {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> admit(caller));
            }
        } catch (IOException e) {
            // The door is closed.
        }
    }

    private void admit(Socket caller) {
        try (caller;
                Socket inside = new Socket(
                        InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
            int first = caller.getInputStream().read();
            if (first >= 0 && first != TLS) {
                inside.getOutputStream().write(first);
                Thread.ofVirtual().start(() -> copy(inside, caller));
                copy(caller, inside);
            }
        } catch (IOException e) {
            // Somebody has left.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // Somebody has left.
        }
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

    /** Offers an image that differs from all others by a label, with a layer; answers its digest. */
    String labelled(String repository, String tag, String label) throws Exception {
        String config = "{\"architecture\":\"amd64\",\"config\":{\"Labels\":{\"is\":\"" + label + "\"}}}";
        String layer = "layer of " + label;
        contents.put("/v2/" + repository + "/blobs/" + digest(config), config);
        contents.put("/v2/" + repository + "/blobs/" + digest(layer), layer);
        return manifest(
                repository,
                tag,
                "application/vnd.oci.image.manifest.v1+json",
                "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + digest(config) + "\"},\"layers\":[{\"digest\":\""
                        + digest(layer) + "\",\"size\":" + layer.length() + "}]}");
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
        asked.incrementAndGet();
        if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            send(exchange, 429, "{}", "application/json");
            return;
        }
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
        } else if (path.startsWith("/v2/private/") && !authorization.equals("Basic " + LOGIN)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"here\"");
            send(exchange, 401, "{}", "application/json");
        } else if (path.endsWith("/tags/list")) {
            tags(exchange, path.substring(0, path.length() - "tags/list".length()));
        } else if (contents.containsKey(path)) {
            send(exchange, 200, contents.get(path), types.getOrDefault(path, "application/octet-stream"));
        } else {
            send(exchange, 404, "{}", "application/json");
        }
    }

    private void tags(HttpExchange exchange, String repository) throws IOException {
        String last = Optional.ofNullable(exchange.getRequestURI().getQuery())
                .map(query -> query.replaceFirst("last=", ""))
                .orElse("");
        List<String> tags = contents.keySet().stream()
                .filter(path -> path.startsWith(repository + "manifests/") && !path.contains("sha256:"))
                .map(path -> path.substring((repository + "manifests/").length()))
                .filter(tag -> tag.compareTo(last) > 0)
                .sorted()
                .toList();
        if (tags.isEmpty() && last.isEmpty()) {
            send(exchange, 404, "{}", "application/json");
            return;
        }
        List<String> page = tags.subList(0, Math.min(TAGS_A_PAGE, tags.size()));
        if (page.size() < tags.size()) {
            exchange.getResponseHeaders()
                    .add("Link", "<" + repository + "tags/list?last=" + page.getLast() + ">; rel=\"next\"");
        }
        String names = page.stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(","));
        send(exchange, 200, "{\"tags\":[" + names + "]}", "application/json");
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
    public void close() throws IOException {
        door.close();
        server.stop(0);
    }
}
