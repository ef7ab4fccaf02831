package dev.s2ioc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.s2ioc.cluster.store.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks a cluster's API over the wire, as a user, with nothing between the test and the bytes. */
public class ApiClient implements AutoCloseable {
    /** What came back. */
    public record Answer(int code, JsonNode body, HttpResponse<String> response) {
        public String text(String... path) {
            return Json.at(body, path);
        }

        /** {@code 404 NotFound: message}. */
        public String refusal() {
            return code + " " + text("reason") + ": " + text("message");
        }
    }

    /** Of a watch's lines the first is read. */
    private static final ObjectMapper FIRST = new ObjectMapper();

    private final URI url;
    private final String token;
    private final HttpClient http;

    /** Trusts the authority; says who it is by the token unless told otherwise. */
    public ApiClient(URI url, String authority, String token) throws IOException, GeneralSecurityException {
        this.url = url;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusting(authority))
                .build();
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

    public Answer get(String path, String... headers) {
        return send(request(token, path, headers).GET());
    }

    public Answer post(String path, String json) {
        return post(token, path, json);
    }

    public Answer post(String token, String path, String json) {
        return send(request(token, path, "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json) {
        return send(request(token, path, "Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, String type, String patch) {
        return send(request(token, path, "Content-Type", "application/" + type)
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch)));
    }

    public Answer delete(String path, String json) {
        return send(request(token, path, "Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpRequest.Builder request(String token, String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + path));
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder;
    }

    public Answer send(String method, String path, String body, String... headers) {
        return send(request(token, path, headers).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("application/json"))
                    .isPresent();
            return new Answer(
                    response.statusCode(),
                    json && !response.body().isEmpty() ? FIRST.readTree(response.body()) : Json.object(),
                    response);
        } catch (IOException e) {
            throw new AssertionError("the server did not answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The answer's bytes as they come. */
    public InputStream stream(String path, String... headers) throws IOException, InterruptedException {
        return http.send(request(token, path, headers).GET().build(), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
