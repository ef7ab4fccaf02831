package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another registry, asked for what is public there. */
final class RemoteRegistry implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern CHALLENGE = Pattern.compile("(realm|service)=\"([^\"]*)\"");
    private static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final String repository;
    private final boolean insecure;
    private String scheme = "https";
    private String token = "";

    /** With {@code insecure}, plain HTTP is tried when HTTPS is not spoken there. */
    RemoteRegistry(String address, String repository, boolean insecure) {
        this.address = address;
        this.repository = repository;
        this.insecure = insecure;
    }

    HttpResponse<byte[]> manifest(String reference) throws IOException {
        return get("/v2/" + repository + "/manifests/" + reference);
    }

    HttpResponse<byte[]> blob(String digest) throws IOException {
        return get("/v2/" + repository + "/blobs/" + digest);
    }

    private HttpResponse<byte[]> get(String path) throws IOException {
        HttpResponse<byte[]> answer = tryBothSchemes(path);
        if (answer.statusCode() == 401 && token.isEmpty()) {
            token = token(answer.headers().firstValue("WWW-Authenticate").orElse(""));
            answer = token.isEmpty() ? answer : send(URI.create(scheme + "://" + address + path), true);
        }
        if (answer.statusCode() >= 301 && answer.statusCode() <= 308) {
            // Storage elsewhere has credentials of its own in the address, and refuses a second set.
            URI storage =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElse(""));
            return send(storage, false);
        }
        return answer;
    }

    private HttpResponse<byte[]> tryBothSchemes(String path) throws IOException {
        try {
            return send(URI.create(scheme + "://" + address + path), true);
        } catch (IOException e) {
            if (!insecure || scheme.equals("http")) {
                throw e;
            }
            scheme = "http";
            return send(URI.create(scheme + "://" + address + path), true);
        }
    }

    /** Asks the token service that the registry names for the right to pull; empty when it needs a password. */
    private String token(String challenge) throws IOException {
        String realm = "";
        String service = "";
        Matcher matcher = CHALLENGE.matcher(challenge);
        while (matcher.find()) {
            realm = matcher.group(1).equals("realm") ? matcher.group(2) : realm;
            service = matcher.group(1).equals("service") ? matcher.group(2) : service;
        }
        if (!challenge.startsWith("Bearer ") || realm.isEmpty()) {
            return "";
        }
        HttpResponse<byte[]> answer = send(
                URI.create(realm + "?service=" + encoded(service) + "&scope="
                        + encoded("repository:" + repository + ":pull")),
                false);
        if (answer.statusCode() != 200) {
            return "";
        }
        JsonNode body = Json.parse(answer.body());
        return Json.at(body, body.has("token") ? "token" : "access_token");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(URI uri, boolean withToken) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Accept", MANIFESTS + ", */*");
        if (withToken && !token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking " + address);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
