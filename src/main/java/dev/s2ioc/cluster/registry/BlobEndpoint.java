package dev.s2ioc.cluster.registry;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.io.InputStream;

/** {@code /v2/<name>/blobs/<digest>}. */
final class BlobEndpoint {
    private final Blobs blobs;
    private final Manifests manifests;
    private final Mirror mirror;

    BlobEndpoint(Blobs blobs, Manifests manifests, Mirror mirror) {
        this.blobs = blobs;
        this.manifests = manifests;
        this.mirror = mirror;
    }

    void handle(Call call, String repository, String digest) throws IOException {
        switch (call.method()) {
            case "GET", "HEAD" -> send(call, fetched(repository, digest));
            case "DELETE" -> delete(call, existing(digest));
            default -> throw RegistryException.unsupported("blobs can be read and deleted");
        }
    }

    private Digest fetched(String repository, String text) throws IOException {
        Digest digest = Digest.parse(text);
        if (!blobs.has(digest) && !mirror.fetchBlob(repository, digest)) {
            throw RegistryException.unknownBlob(digest);
        }
        return digest;
    }

    private Digest existing(String text) {
        Digest digest = Digest.parse(text);
        if (!blobs.has(digest)) {
            throw RegistryException.unknownBlob(digest);
        }
        return digest;
    }

    private void send(Call call, Digest digest) throws IOException {
        long size = blobs.size(digest);
        ByteRange range = call.header(HeaderNames.RANGE)
                .flatMap(header -> ByteRange.parse(header, size))
                .orElse(new ByteRange(0, size - 1));
        boolean partial = range.length() != size;
        call.with("Docker-Content-Digest", digest.toString())
                .with(HeaderNames.CONTENT_TYPE, "application/octet-stream")
                .with(HeaderNames.ACCEPT_RANGES, "bytes")
                .with(HeaderNames.ETAG, "\"" + digest + "\"");
        if (call.isHead()) {
            call.response().contentLength(size);
            call.answer(200);
            return;
        }
        if (partial) {
            call.with(HeaderNames.CONTENT_RANGE, "bytes " + range.first() + "-" + range.last() + "/" + size);
        }
        try (InputStream content = blobs.read(digest, range.first())) {
            call.answer(partial ? 206 : 200, content, range.length());
        }
    }

    private void delete(Call call, Digest digest) throws IOException {
        if (manifests.need(digest)) {
            throw RegistryException.unsupported("an image needs the blob " + digest + ": delete the image first");
        }
        blobs.delete(digest);
        call.answer(202);
    }
}
