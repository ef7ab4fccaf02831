package dev.s2ioc.cluster.registry;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code /v2/<name>/manifests/<tag or digest>}. */
final class ManifestEndpoint {
    private static final int LIMIT = 4 << 20;

    private static final int CONFIG_LIMIT = 8 << 20;
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private final Manifests manifests;
    private final Blobs blobs;
    private final Repositories repositories;
    private final Streams streams;
    private final Claims claims;
    private final Mirror mirror;

    ManifestEndpoint(
            Manifests manifests,
            Blobs blobs,
            Repositories repositories,
            Streams streams,
            Claims claims,
            Mirror mirror) {
        this.manifests = manifests;
        this.blobs = blobs;
        this.repositories = repositories;
        this.streams = streams;
        this.claims = claims;
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
        String etag = "\"" + stored.digest() + "\"";
        call.with("Docker-Content-Digest", stored.digest().toString())
                .with(HeaderNames.ETAG, etag)
                .with(HeaderNames.CONTENT_TYPE, stored.mediaType());
        if (!call.answerUnchanged(etag)) {
            call.answer(200, stored.content());
        }
    }

    private Optional<Manifests.Stored> find(String repository, String reference) throws IOException {
        if (!isDigest(reference) && !isTag(reference)) {
            return Optional.empty();
        }
        Optional<String> text = isDigest(reference) ? Optional.of(reference) : streams.digest(repository, reference);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Digest digest = Digest.parse(text.get());
        Optional<Manifests.Stored> here = repositories.manifest(repository, digest);
        return here.isEmpty() && streams.holds(repository, text.get()) ? mirror.manifest(repository, digest) : here;
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
        if (!isDigest(reference) && !isTag(reference)) {
            throw new RegistryException(400, "MANIFEST_INVALID", "\"" + reference + "\" is no tag and no digest");
        }
        byte[] content = call.body().readNBytes(LIMIT + 1);
        if (content.length > LIMIT) {
            throw new RegistryException(413, "SIZE_INVALID", "a manifest has at most " + LIMIT + " bytes");
        }
        Digest digest = digest(reference, content);
        Manifest manifest =
                Manifest.parse(content, call.header(HeaderNames.CONTENT_TYPE).orElse(""));
        manifest.subject().ifPresent(subject -> call.with("OCI-Subject", subject.toString()));
        claims.using(
                repositories.partsOf(digest, manifest), () -> keep(repository, reference, digest, manifest, content));
        call.with(HeaderNames.LOCATION, "/v2/" + repository + "/manifests/" + reference)
                .with("Docker-Content-Digest", digest.toString())
                .answer(201);
    }

    private static Digest digest(String reference, byte[] content) {
        if (!isDigest(reference)) {
            return Digest.of(content);
        }
        Digest promised = Digest.parse(reference);
        Digest actual = promised.alike(content);
        if (!promised.equals(actual)) {
            throw new RegistryException(
                    400, "DIGEST_INVALID", "the manifest has the digest " + actual + ", not " + reference);
        }
        return promised;
    }

    private boolean keep(String repository, String reference, Digest digest, Manifest manifest, byte[] content)
            throws IOException {
        repositories.requireParts(repository, manifest);
        Push push = push(repository, reference, digest, manifest, content);
        try {
            manifests.put(repository, digest, manifest, content);
        } catch (IOException e) {
            throw RegistryException.storage(e);
        }
        streams.pushed(push);
        return true;
    }

    private Push push(String repository, String reference, Digest digest, Manifest manifest, byte[] content)
            throws IOException {
        Optional<String> tag = isDigest(reference) ? Optional.empty() : Optional.of(reference);
        Optional<Digest> config = manifest.config();
        if (config.isPresent() && blobs.size(config.get()) > CONFIG_LIMIT) {
            throw new RegistryException(
                    400, "MANIFEST_INVALID", "an image's configuration has at most " + CONFIG_LIMIT + " bytes");
        }
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
            found = isTag(reference) && streams.untag(repository, reference);
        }
        if (!found) {
            throw RegistryException.unknownManifest(repository, reference);
        }
        call.answer(202);
    }

    private static boolean isTag(String reference) {
        return TAG.matcher(reference).matches();
    }

    private static boolean isDigest(String reference) {
        return reference.indexOf(':') >= 0;
    }
}
