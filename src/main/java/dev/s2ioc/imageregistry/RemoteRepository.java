package dev.s2ioc.imageregistry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A repository of a registry. */
record RemoteRepository(Registries registries, String host, String path) implements Repository {
    private static final int CREATED = 201;

    @Override
    public Manifest manifest(String reference, boolean verify) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = registries.send(
                this, RegistryRequest.get("manifests/" + reference).accepting(Manifest.ACCEPTED));
        try (InputStream body = answer.body()) {
            byte[] bytes = Repository.small(body, reference);
            if (Sha256.isDigest(reference) && verify) {
                VerifiedStream.require(reference, Sha256.digest(bytes));
            }
            return Manifest.of(
                    answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""), bytes);
        }
    }

    @Override
    public boolean hasManifest(String digest) throws IOException, InterruptedException {
        return has(RegistryRequest.head("manifests/" + digest).accepting(Manifest.ACCEPTED));
    }

    @Override
    public boolean hasBlob(String digest) throws IOException, InterruptedException {
        return has(RegistryRequest.head("blobs/" + digest));
    }

    private boolean has(RegistryRequest request) throws IOException, InterruptedException {
        try {
            registries.send(this, request).body().close();
            return true;
        } catch (RegistryException e) {
            if (e.isNotFound()) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void put(Manifest manifest, Optional<String> tag) throws IOException, InterruptedException {
        RegistryRequest request = RegistryRequest.put(
                "manifests/" + tag.orElse(manifest.digest()),
                manifest.mediaType(),
                BodyPublishers.ofByteArray(manifest.bytes()));
        registries.send(this, request).body().close();
    }

    @Override
    public InputStream blob(String digest, boolean verify) throws IOException, InterruptedException {
        InputStream body =
                registries.send(this, RegistryRequest.get("blobs/" + digest)).body();
        return verify && Sha256.isDigest(digest) ? new VerifiedStream(body, digest) : body;
    }

    @Override
    public boolean mount(String digest, Repository from) throws IOException, InterruptedException {
        if (!(from instanceof RemoteRepository other) || !other.host.equals(host)) {
            return false;
        }
        HttpResponse<InputStream> answer =
                begin("?mount=" + digest + "&from=" + URLEncoder.encode(other.path, StandardCharsets.UTF_8));
        if (answer.statusCode() == CREATED) {
            return true;
        }
        // An upload has begun in its place.
        cancel(location(answer));
        return false;
    }

    @Override
    public void upload(String digest, InputStream content) throws IOException, InterruptedException {
        URI place = location(begin(""));
        // Nothing is kept before the digest is known to be right: the stream fails where it is not.
        VerifiedStream verified = new VerifiedStream(content, digest);
        try {
            HttpResponse<InputStream> sent = registries.send(
                    this, RegistryRequest.patch(place.toString(), BodyPublishers.ofInputStream(() -> verified)));
            sent.body().close();
            URI next = location(sent);
            String separator = next.getRawQuery() == null ? "?" : "&";
            registries
                    .send(
                            this,
                            RegistryRequest.put(
                                    next + separator + "digest=" + digest,
                                    "application/octet-stream",
                                    BodyPublishers.noBody()))
                    .body()
                    .close();
        } catch (IOException e) {
            IOException reason = verified.failure().orElse(e);
            abandon(place, reason);
            throw reason;
        }
    }

    private void abandon(URI place, IOException reason) throws InterruptedException {
        try {
            cancel(place);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private void cancel(URI place) throws IOException, InterruptedException {
        try {
            registries
                    .send(this, RegistryRequest.cancel(place.toString()))
                    .body()
                    .close();
        } catch (RegistryException e) {
            // Registries drop what is not finished by themselves; some know no other way.
            if (!e.isRefusal()) {
                throw e;
            }
        }
    }

    private HttpResponse<InputStream> begin(String query) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = registries.send(this, RegistryRequest.post("blobs/uploads/" + query));
        answer.body().close();
        return answer;
    }

    private static URI location(HttpResponse<?> answer) throws IOException {
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("the registry does not say where to upload to"));
        return answer.uri().resolve(location);
    }

    @Override
    public List<String> tags() throws IOException, InterruptedException {
        List<String> tags = new ArrayList<>();
        Optional<String> page = Optional.of("tags/list");
        while (page.isPresent()) {
            HttpResponse<InputStream> answer = registries.send(this, RegistryRequest.get(page.get()));
            try (InputStream body = answer.body()) {
                new ObjectMapper()
                        .readTree(Repository.small(body, "the list of tags"))
                        .path("tags")
                        .forEach(tag -> tags.add(tag.asText()));
            }
            page = answer.headers()
                    .firstValue("Link")
                    .filter(link -> link.matches("<[^>]+>.*rel=\"?next\"?.*"))
                    .map(link -> answer.uri()
                            .resolve(link.substring(1, link.indexOf('>')))
                            .toString());
        }
        return tags;
    }
}
