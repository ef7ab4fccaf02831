package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** A repository of another registry: asked with the credentials that fit, again when it is busy, elsewhere when it says so. */
final class RemoteRegistry implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 4;
    private static final long LONGEST_PAUSE = 5;
    private static final int LONGEST_ANSWER = 8 << 20;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");
    private static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json");

    private final HttpClient client;
    private final RemoteName name;
    private final boolean insecure;
    private final List<String> passwords;
    private String scheme = "https";
    private String authorization = "";

    /** With {@code insecure}, plain HTTP is tried when HTTPS is not spoken there. */
    RemoteRegistry(RemoteName name, boolean insecure, SSLContext tls, Credentials credentials) {
        this.name = name;
        this.insecure = insecure;
        this.passwords = credentials.forImage(name);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(tls)
                .build();
    }

    HttpResponse<byte[]> manifest(String reference) throws IOException {
        return get("manifests/" + reference, bytes());
    }

    /** A small blob, such as a configuration. */
    HttpResponse<byte[]> blob(String digest) throws IOException {
        return get("blobs/" + digest, bytes());
    }

    /** A blob or manifest of any size, as it arrives. */
    HttpResponse<InputStream> stream(String kind, String digest) throws IOException {
        return get(kind + "/" + digest, BodyHandlers.ofInputStream());
    }

    /** All tags, or the answer that refuses them. */
    HttpResponse<byte[]> tags(List<String> tags) throws IOException {
        HttpResponse<byte[]> answer = get("tags/list", bytes());
        while (answer.statusCode() == 200) {
            Json.parse(answer.body()).path("tags").forEach(tag -> tags.add(tag.asText()));
            Matcher next = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
            if (!next.find()) {
                break;
            }
            answer = authorized(answer.uri().resolve(next.group(1)), bytes());
        }
        return answer;
    }

    private static BodyHandler<byte[]> bytes() {
        return BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
    }

    private <T> HttpResponse<T> get(String path, BodyHandler<T> body) throws IOException {
        try {
            return authorized(uri(path), body);
        } catch (IOException e) {
            boolean silent = e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException);
            if (!insecure || scheme.equals("http") || silent || e instanceof InterruptedIOException) {
                throw e;
            }
            scheme = "http";
            return authorized(uri(path), body);
        }
    }

    private URI uri(String path) {
        return URI.create(scheme + "://" + name.address() + "/v2/" + name.repository() + "/" + path);
    }

    private <T> HttpResponse<T> authorized(URI uri, BodyHandler<T> body) throws IOException {
        HttpResponse<T> answer = followed(uri, authorization, body);
        if (answer.statusCode() != 401 || !authorization.isEmpty()) {
            return answer;
        }
        for (String found : authorizations(Challenge.of(answer.headers()))) {
            HttpResponse<T> again = followed(uri, found, body);
            if (again.statusCode() != 401 && again.statusCode() != 403) {
                authorization = found;
                return again;
            }
        }
        return answer;
    }

    /** What may open the registry: with each password, and where tokens are given also without. */
    private List<String> authorizations(Challenge challenge) throws IOException {
        List<String> found = new ArrayList<>();
        for (String password : passwords) {
            found.add(challenge.bearer() ? token(challenge, "Basic " + password) : "Basic " + password);
        }
        if (challenge.bearer()) {
            found.add(token(challenge, ""));
        }
        found.removeIf(String::isEmpty);
        return found;
    }

    private String token(Challenge challenge, String password) throws IOException {
        URI service = URI.create(challenge.tokenAddress(name.repository()));
        if (!insecure && !password.isEmpty() && "http".equals(service.getScheme())) {
            throw new IOException("the registry wants the password to be sent in the clear to " + service.getHost()
                    + ": allow that with importPolicy.insecure (--insecure)");
        }
        HttpResponse<byte[]> answer = followed(service, password, bytes());
        if (answer.statusCode() != 200) {
            return "";
        }
        JsonNode given = Json.parse(answer.body());
        String token = Json.at(given, given.has("token") ? "token" : "access_token");
        return token.isEmpty() ? "" : "Bearer " + token;
    }

    private <T> HttpResponse<T> followed(URI uri, String authorization, BodyHandler<T> body) throws IOException {
        HttpResponse<T> answer = patient(uri, authorization, body);
        for (int i = 0; i < 5 && isRedirect(answer.statusCode()); i++) {
            URI there =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElse(""));
            // Storage elsewhere has credentials of its own in the address, and refuses a second set.
            boolean same = uri.getAuthority().equals(there.getAuthority());
            answer = patient(there, same ? authorization : "", body);
        }
        return answer;
    }

    private static boolean isRedirect(int code) {
        return code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
    }

    /** A registry that is busy is asked again, after the pause that it asks for if that is short. */
    private <T> HttpResponse<T> patient(URI uri, String authorization, BodyHandler<T> body) throws IOException {
        for (int tries = 1; ; tries++) {
            HttpResponse<T> answer = send(uri, authorization, body);
            boolean busy = answer.statusCode() == 429 || answer.statusCode() == 502 || answer.statusCode() == 503;
            long pause = answer.headers()
                    .firstValue("Retry-After")
                    .filter(value -> value.matches("\\d{1,4}"))
                    .map(Long::parseLong)
                    .orElse((long) tries);
            if (!busy || tries == TRIES || pause > LONGEST_PAUSE) {
                return answer;
            }
            sleep(pause);
        }
    }

    private void sleep(long seconds) throws IOException {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private <T> HttpResponse<T> send(URI uri, String authorization, BodyHandler<T> body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Accept", MANIFESTS + ", */*");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        // The request's own timeout ends with the headers; a registry may also stop in the middle of the body.
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request.build(), body);
        try {
            return answer.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw interrupted();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("the answer did not end");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while asking " + name.host());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
