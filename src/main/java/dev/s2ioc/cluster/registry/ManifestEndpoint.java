package dev.s2ioc.cluster.registry;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /v2/<name>/manifests/<tag or digest>}. */
final class ManifestEndpoint {
    private static final int LIMIT = 4 << 20;

    private final Manifests manifests;
    private final Blobs blobs;
    private final Streams streams;
    private final Mirror mirror;

    ManifestEndpoint(Manifests manifests, Blobs blobs, Streams streams, Mirror mirror) {
        this.manifests = manifests;
        this.blobs = blobs;
        this.streams = streams;
        this.mirror = mirror;
    }

    void handle(Call call, String repository, String reference) throws IOException {
        switch (call.method()) {
            case "GET", "HEAD" -> send(call, repository, reference);
            case "PUT" -> put(call, repository, reference);
            case "DELETE" -> delete(call, repository, reference);
            default -> throw RegistryException.unsupported("manifests know GET, HEAD, PUT and DELETE");
        }
    }

    private void send(Call call, String repository, String reference) throws IOException {
        Manifests.Stored stored =
                find(repository, reference).orElseThrow(() -> RegistryException.unknownManifest(repository, reference));
        requireAccepted(call, stored.mediaType());
        call.with("Docker-Content-Digest", stored.digest().toString())
                .with(HeaderNames.ETAG, "\"" + stored.digest() + "\"")
                .with(HeaderNames.CONTENT_TYPE, stored.mediaType())
                .answer(200, stored.content());
    }

    private Optional<Manifests.Stored> find(String repository, String reference) throws IOException {
        Optional<String> text = isDigest(reference) ? Optional.of(reference) : streams.digest(repository, reference);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Digest digest = Digest.parse(text.get());
        Optional<Manifests.Stored> own = manifests.get(repository, digest);
        if (own.isPresent() || !streams.holds(repository, text.get())) {
            return own;
        }
        Optional<Manifests.Stored> other = manifests.anywhere(digest);
        return other.isPresent() ? other : mirror.manifest(repository, digest);
    }

    private static void requireAccepted(Call call, String mediaType) {
        List<String> accepted = call.request().headers().values(HeaderNames.ACCEPT).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(type -> type.replaceFirst(";.*", "").trim())
                .toList();
        if (!accepted.isEmpty() && accepted.stream().noneMatch(type -> covers(type, mediaType))) {
            throw new RegistryException(
                    404, "MANIFEST_UNKNOWN", "the manifest is " + mediaType + ", which the client does not accept");
        }
    }

    private static boolean covers(String accepted, String mediaType) {
        return accepted.equals("*/*") || accepted.equals("application/*") || accepted.equals(mediaType);
    }

    private void put(Call call, String repository, String reference) throws IOException {
        streams.admit(repository);
        byte[] content = call.body().readNBytes(LIMIT + 1);
        if (content.length > LIMIT) {
            throw new RegistryException(413, "SIZE_INVALID", "a manifest has at most " + LIMIT + " bytes");
        }
        Digest digest = Digest.of(content);
        if (isDigest(reference) && !Digest.parse(reference).equals(digest)) {
            throw new RegistryException(
                    400, "DIGEST_INVALID", "the manifest has the digest " + digest + ", not " + reference);
        }
        Manifest manifest =
                Manifest.parse(content, call.header(HeaderNames.CONTENT_TYPE).orElse(""));
        manifests.put(repository, manifest, content);
        streams.pushed(push(repository, reference, digest, manifest, content));
        manifest.subject().ifPresent(subject -> call.with("OCI-Subject", subject.toString()));
        call.with(HeaderNames.LOCATION, "/v2/" + repository + "/manifests/" + reference)
                .with("Docker-Content-Digest", digest.toString())
                .answer(201);
    }

    private Push push(String repository, String reference, Digest digest, Manifest manifest, byte[] content)
            throws IOException {
        Optional<String> tag = isDigest(reference) ? Optional.empty() : Optional.of(reference);
        Optional<Digest> config = manifest.config();
        byte[] configuration = config.isPresent() ? blobs.read(config.get()) : new byte[0];
        return new Push(repository, tag, digest.toString(), manifest.mediaType(), content, configuration);
    }

    private void delete(Call call, String repository, String reference) throws IOException {
        boolean found;
        if (isDigest(reference)) {
            Digest digest = Digest.parse(reference);
            found = manifests.delete(repository, digest) | streams.holds(repository, reference);
            streams.forget(repository, reference);
        } else {
            found = streams.untag(repository, reference);
        }
        if (!found) {
            throw RegistryException.unknownManifest(repository, reference);
        }
        call.answer(202);
    }

    private static boolean isDigest(String reference) {
        return reference.indexOf(':') >= 0;
    }
}
