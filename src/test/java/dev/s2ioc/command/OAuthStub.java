package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.s2ioc.client.Json;
import dev.s2ioc.testing.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As much of an OpenShift server as logging in and changing projects needs, with the user developer and password pw. */
final class OAuthStub implements AutoCloseable {
    static final String CODE = "sha256~CODE";

    final List<String> requests = new ArrayList<>();
    /** Projects by name, with their display names. */
    final Map<String, String> projects = new TreeMap<>(Map.of("demo", "", "other", ""));

    final List<String> tokens = new ArrayList<>(List.of("abc"));
    boolean pkce = true;
    boolean page;
    boolean projectsApi = true;
    boolean mayRequest = true;
    String motd = "";

    private final HttpsServer server;
    private final SelfSigned certificate;
    private String challenge = "";
    private String client = "";
    private String redirect = "";

    OAuthStub() throws Exception {
        certificate = SelfSigned.create();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    String cluster() {
        return "127-0-0-1:" + server.getAddress().getPort();
    }

    String pem() {
        return certificate.pem();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/" -> {
                    exchange.getResponseHeaders().add("Content-Type", page ? "text/html" : "application/json");
                    exchange.sendResponseHeaders(page ? 200 : 403, -1);
                }
                case "/.well-known/oauth-authorization-server" -> json(exchange, 200, metadata());
                case "/oauth/authorize" -> authorize(exchange);
                case "/oauth/token" -> token(exchange);
                default -> api(exchange, path);
            }
        }
    }

    private ObjectNode metadata() {
        ObjectNode metadata = Json.object()
                .put("issuer", url())
                .put("authorization_endpoint", url() + "/oauth/authorize")
                .put("token_endpoint", url() + "/oauth/token");
        if (pkce) {
            metadata.putArray("code_challenge_methods_supported").add("plain").add("S256");
        }
        return metadata;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        boolean asked = "1".equals(exchange.getRequestHeaders().getFirst("X-CSRF-Token"));
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        client = query.get("client_id");
        boolean browser = client.equals("openshift-cli-client");
        if (!asked && !browser || !basic("developer", "pw").equals(authorization)) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"openshift\"");
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        redirect = query.get("redirect_uri");
        challenge = query.getOrDefault("code_challenge", "");
        String result = query.get("response_type").equals("code")
                ? "?code=" + CODE + (browser ? "&state=" + query.get("state") : "")
                : "#access_token=" + issued() + "&expires_in=86400";
        exchange.getResponseHeaders().add("Location", redirect + result);
        exchange.sendResponseHeaders(302, -1);
    }

    private String issued() {
        tokens.add("sha256~TOK");
        return "sha256~TOK";
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean proven = challenge.equals(sha256(form.get("code_verifier")))
                && form.get("code").equals(CODE)
                && form.get("redirect_uri").equals(redirect)
                && basic(client, "").equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (proven) {
            json(exchange, 200, Json.object().put("access_token", issued()).put("token_type", "Bearer"));
        } else {
            json(exchange, 400, Json.object().put("error", "invalid_grant"));
        }
    }

    private void api(HttpExchange exchange, String path) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (tokens.stream().noneMatch(token -> ("Bearer " + token).equals(authorization))) {
            status(exchange, 401, "Unauthorized", "Unauthorized");
            return;
        }
        String projectsPath = "/apis/project.openshift.io/v1/projects";
        if (path.equals("/apis/authentication.k8s.io/v1/selfsubjectreviews")) {
            ObjectNode review = Json.object();
            review.putObject("status").putObject("userInfo").put("username", "developer");
            json(exchange, 201, review);
        } else if (path.equals("/api/v1/namespaces/openshift/configmaps/motd") && !motd.isEmpty()) {
            ObjectNode map = Json.object();
            map.putObject("data").put("message", motd);
            json(exchange, 200, map);
        } else if (path.startsWith("/apis/project.openshift.io/v1/projectrequests")) {
            request(exchange);
        } else if (path.equals(projectsPath) && projectsApi) {
            ObjectNode list = Json.object();
            ArrayNode items = list.putArray("items");
            projects.forEach((name, shown) -> items.add(project(name, shown)));
            json(exchange, 200, list);
        } else if (path.startsWith(projectsPath + "/")) {
            String name = path.substring(projectsPath.length() + 1);
            if (projects.containsKey(name)) {
                json(exchange, 200, project(name, projects.get(name)));
            } else if (name.startsWith("openshift")) {
                status(exchange, 403, "Forbidden", "projects.project.openshift.io \"" + name + "\" is forbidden");
            } else {
                status(exchange, 404, "NotFound", "projects.project.openshift.io \"" + name + "\" not found");
            }
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            tokens.clear();
            json(exchange, 200, Json.object().put("kind", "Status").put("status", "Success"));
        } else {
            status(exchange, 404, "NotFound", "the server could not find the requested resource");
        }
    }

    private void request(HttpExchange exchange) throws IOException {
        if (!mayRequest) {
            status(exchange, 403, "Forbidden", "You may not request a new project via this API.");
        } else if (exchange.getRequestMethod().equals("GET")) {
            json(exchange, 200, Json.object().put("kind", "Status").put("status", "Success"));
        } else {
            var wanted = Json.parse(exchange.getRequestBody().readAllBytes());
            String name = wanted.path("metadata").path("name").asText();
            if (projects.putIfAbsent(name, wanted.path("displayName").asText("")) == null) {
                json(exchange, 201, project(name, projects.get(name)));
            } else {
                status(exchange, 409, "AlreadyExists", "project.project.openshift.io \"" + name + "\" already exists");
            }
        }
    }

    private static ObjectNode project(String name, String shown) {
        ObjectNode project = Json.object().put("kind", "Project");
        ObjectNode metadata = project.putObject("metadata").put("name", name);
        metadata.putObject("annotations").put("openshift.io/display-name", shown);
        return project;
    }

    private static void status(HttpExchange exchange, int code, String reason, String message) throws IOException {
        json(
                exchange,
                code,
                Json.object()
                        .put("kind", "Status")
                        .put("status", "Failure")
                        .put("reason", reason)
                        .put("message", message)
                        .put("code", code));
    }

    private static void json(HttpExchange exchange, int code, ObjectNode body) throws IOException {
        byte[] bytes = Json.bytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return form;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
