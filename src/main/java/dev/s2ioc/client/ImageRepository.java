package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One repository of a cluster's image registry, asked with the user's token: OpenShift's registry takes it as it is. A registry
 * on the loopback interface is asked without TLS, any other with the JVM's trust.
 */
public final class ImageRepository implements AutoCloseable {
    private static final List<String> MANIFESTS = List.of(
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json");

    /** A manifest as its bytes, which are what its digest is of. */
    public record Manifest(String mediaType, byte[] bytes) {
        /** @throws IOException if it is none */
        public JsonNode json() throws IOException {
            return Json.parse(bytes);
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI base;
    private final Optional<String> token;

    private ImageRepository(URI base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    /** @param address as an image stream gives it: {@code 127.0.0.1:5000/demo/app} */
    public static ImageRepository at(String address, Session session) {
        int slash = address.indexOf('/');
        String host = address.substring(0, slash);
        String scheme = host.matches("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?") ? "http" : "https";
        return new ImageRepository(
                URI.create(scheme + "://" + host + "/v2" + address.substring(slash) + "/"),
                session.config().credentials().bearerToken());
    }

    /** @param reference a tag or a digest */
    public Manifest manifest(String reference) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(base.resolve("manifests/" + reference)).GET();
        request.header("Accept", String.join(", ", MANIFESTS));
        HttpResponse<byte[]> answer = require(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        return new Manifest(answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    public void put(String reference, Manifest manifest) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(base.resolve("manifests/" + reference))
                .header("Content-Type", manifest.mediaType())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(manifest.bytes()));
        require(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    /** The content of a blob; the caller closes it. */
    public InputStream blob(String digest) throws IOException, InterruptedException {
        HttpRequest request = to(base.resolve("blobs/" + digest)).GET().build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() >= 400) {
            try (InputStream body = answer.body()) {
                throw refused(answer, body.readAllBytes());
            }
        }
        return answer.body();
    }

    /** Sends a blob unless the repository has it. */
    public void push(String digest, Path file) throws IOException, InterruptedException {
        HttpRequest has = to(base.resolve("blobs/" + digest))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        if (http.send(has, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
            return;
        }
        HttpRequest begin = to(base.resolve("blobs/uploads/"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> begun = require(http.send(begin, HttpResponse.BodyHandlers.ofByteArray()));
        String location = begun.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("the registry does not say where to upload to"));
        String separator = location.contains("?") ? "&" : "?";
        HttpRequest upload = to(base.resolve(location + separator + "digest=" + digest))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        require(http.send(upload, HttpResponse.BodyHandlers.ofByteArray()));
    }

    private HttpRequest.Builder to(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        // Where the registry sends us is not always the registry.
        if (uri.getAuthority().equals(base.getAuthority())) {
            token.ifPresent(each -> request.header("Authorization", "Bearer " + each));
        }
        return request;
    }

    private static HttpResponse<byte[]> require(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() >= 400) {
            throw refused(answer, answer.body());
        }
        return answer;
    }

    private static IOException refused(HttpResponse<?> answer, byte[] body) {
        String said;
        try {
            JsonNode error = Json.parse(body).path("errors").path(0);
            said = error.path("code").asText() + ": " + error.path("message").asText();
        } catch (IOException e) {
            said = "no reason given";
        }
        return new IOException("the registry answered " + answer.statusCode() + " to "
                + answer.request().method() + " " + answer.uri() + ": " + said);
    }

    @Override
    public void close() {
        http.close();
    }
}
