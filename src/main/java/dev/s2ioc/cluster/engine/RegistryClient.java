package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gets from the cluster's registry and puts into it, for an engine that cannot reach it itself. */
final class RegistryClient implements AutoCloseable {
    static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    private static final String MANIFESTS = MANIFEST + ", application/vnd.oci.image.manifest.v1+json,"
            + " application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.oci.image.index.v1+json";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalRegistry registry;
    private final Optional<String> login;

    RegistryClient(LocalRegistry registry) throws EngineException {
        this.registry = registry;
        this.login = login(registry);
    }

    /** Of whoever builds; others may pull where that needs no login. */
    private static Optional<String> login(LocalRegistry registry) throws EngineException {
        Optional<Path> file = RegistryLogin.file();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode logins = new ObjectMapper().readTree(file.get().toFile()).path("auths");
            String own = logins.path(registry.address()).path("auth").asText("");
            return Optional.of(
                            own.isEmpty()
                                    ? logins.path(registry.name()).path("auth").asText("")
                                    : own)
                    .filter(auth -> !auth.isEmpty());
        } catch (IOException e) {
            throw new EngineException("cannot read " + file.get() + ": " + e.getMessage(), e);
        }
    }

    InputStream manifest(String repository, String tagOrDigest) throws EngineException, InterruptedException {
        return got(repository, "manifests/" + tagOrDigest);
    }

    InputStream blob(String repository, String digest) throws EngineException, InterruptedException {
        return got(repository, "blobs/" + digest);
    }

    private InputStream got(String repository, String what) throws EngineException, InterruptedException {
        HttpResponse<InputStream> answer = send(
                uri(repository, what),
                request -> request.header("Accept", MANIFESTS).GET());
        return expect(answer, 200);
    }

    boolean hasBlob(String repository, String digest) throws EngineException, InterruptedException {
        HttpResponse<InputStream> answer =
                send(uri(repository, "blobs/" + digest), request -> request.method("HEAD", BodyPublishers.noBody()));
        close(answer.body());
        return answer.statusCode() == 200;
    }

    void putBlob(String repository, String digest, BodyPublisher content) throws EngineException, InterruptedException {
        HttpResponse<InputStream> begun =
                send(uri(repository, "blobs/uploads/"), request -> request.POST(BodyPublishers.noBody()));
        close(expect(begun, 202));
        String location = begun.headers().firstValue("Location").orElse("");
        URI upload = begun.uri().resolve(location + (location.contains("?") ? "&" : "?") + "digest=" + digest);
        HttpResponse<InputStream> done = send(
                upload,
                request -> request.header("Content-Type", "application/octet-stream")
                        .PUT(content));
        close(expect(done, 201));
    }

    void putManifest(String repository, String tag, byte[] manifest) throws EngineException, InterruptedException {
        HttpResponse<InputStream> done = send(
                uri(repository, "manifests/" + tag),
                request -> request.header("Content-Type", MANIFEST).PUT(BodyPublishers.ofByteArray(manifest)));
        close(expect(done, 201));
    }

    private URI uri(String repository, String what) {
        return URI.create("http://" + registry.address() + "/v2/" + repository + "/" + what);
    }

    private HttpResponse<InputStream> send(URI uri, UnaryOperator<HttpRequest.Builder> what)
            throws EngineException, InterruptedException {
        HttpRequest.Builder request = what.apply(HttpRequest.newBuilder(uri));
        login.ifPresent(auth -> request.header("Authorization", "Basic " + auth));
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new EngineException("the cluster's registry does not answer: " + e.getMessage(), e);
        }
    }

    private static InputStream expect(HttpResponse<InputStream> answer, int status) throws EngineException {
        if (answer.statusCode() == status) {
            return answer.body();
        }
        try (InputStream body = answer.body()) {
            String said = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode error = said.startsWith("{")
                    ? new ObjectMapper().readTree(said).path("errors").path(0)
                    : new ObjectMapper().nullNode();
            throw new EngineException(error.path("code").asText("HTTP " + answer.statusCode()) + ": "
                    + error.path("message").asText(said));
        } catch (IOException e) {
            throw new EngineException("the cluster's registry answers " + answer.statusCode(), e);
        }
    }

    private static void close(InputStream body) throws EngineException {
        try {
            body.close();
        } catch (IOException e) {
            throw new EngineException("the cluster's registry breaks off: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
