package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.CoreKinds;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An API server for tests, on a free port, and a client that trusts it. */
final class TestCluster implements AutoCloseable {
    /** What came back. */
    record Answer(int code, JsonNode body, HttpResponse<String> response) {
        String text(String... path) {
            return Json.at(body, path);
        }

        /** {@code 404 NotFound: message}. */
        String refusal() {
            return code + " " + text("reason") + ": " + text("message");
        }
    }

    final Store store;
    final Machinery machinery;
    final ApiServer server;
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final String developer;
    final String admin;
    private final HttpClient http;

    TestCluster(Path directory) throws IOException, GeneralSecurityException {
        this(directory, machinery -> {});
    }

    TestCluster(Path directory, Consumer<Machinery> moreKinds) throws IOException, GeneralSecurityException {
        this(directory, moreKinds, Duration.ofMinutes(5));
    }

    TestCluster(Path directory, Consumer<Machinery> moreKinds, Duration pulse)
            throws IOException, GeneralSecurityException {
        store = Store.open(directory.resolve("cluster.db"));
        machinery = new Machinery(store, new Kinds(), InstantSource.system());
        CoreKinds core = new CoreKinds(machinery);
        moreKinds.accept(machinery);
        core.start();
        server = ApiServer.start(machinery, new ApiOptions(0, directory.resolve("api"), failures::add, pulse));
        Tokens tokens = new Tokens(machinery);
        developer = tokens.issue("developer", "test", Duration.ofHours(1));
        admin = tokens.issue("kubeadmin", "test", Duration.ofHours(1));
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(server.authorityPem()))
                .build();
        post(developer, "/apis/project.openshift.io/v1/projectrequests", "{\"metadata\":{\"name\":\"demo\"}}");
    }

    private static SSLContext trusting(String pem) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        keys.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    Answer get(String path, String... headers) {
        return send(request(developer, path, headers).GET());
    }

    Answer post(String path, String json) {
        return post(developer, path, json);
    }

    Answer post(String token, String path, String json) {
        return send(request(token, path, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer put(String path, String json) {
        return send(request(developer, path, "Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Answer patch(String path, String type, String patch) {
        return send(request(developer, path, "Content-Type", "application/" + type)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch)));
    }

    Answer delete(String path, String json) {
        return send(request(developer, path, "Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String token, String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(server.url() + path));
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder;
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("application/json"))
                    .isPresent();
            return new Answer(
                    response.statusCode(),
                    json && !response.body().isEmpty() ? Json.parse(response.body()) : Json.object(),
                    response);
        } catch (IOException e) {
            throw new AssertionError("the server did not answer; it said " + failures, e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The answer's bytes as they come. */
    InputStream stream(String path, String... headers) throws IOException, InterruptedException {
        return http.send(request(developer, path, headers).GET().build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    @Override
    public void close() {
        server.close();
        store.close();
        http.shutdownNow();
    }
}
