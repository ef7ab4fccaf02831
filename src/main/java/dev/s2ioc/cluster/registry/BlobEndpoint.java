package dev.s2ioc.cluster.registry;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** {@code /v2/<name>/blobs/<digest>}. */
final class BlobEndpoint {
    private final Blobs blobs;
    private final Repositories repositories;
    private final Collector collector;
    private final Claims claims;
    private final Links links;
    private final Mirror mirror;

    BlobEndpoint(
            Blobs blobs, Repositories repositories, Collector collector, Claims claims, Links links, Mirror mirror) {
        this.blobs = blobs;
        this.repositories = repositories;
        this.collector = collector;
        this.claims = claims;
        this.links = links;
        this.mirror = mirror;
    }

    void handle(Call call, String repository, String text) throws IOException {
        Digest digest = Digest.parse(text);
        switch (call.method()) {
            case "GET", "HEAD" -> {
                fetch(repository, digest);
                require(repository, digest);
                send(call, digest);
            }
            case "DELETE" -> {
                require(repository, digest);
                collector.remove(repository, digest);
                call.answer(202);
            }
            default -> throw RegistryException.unsupported("blobs can be read and deleted");
        }
    }

    /** What the repository's stream has imported comes when it is asked for. */
    private void fetch(String repository, Digest digest) throws IOException {
        if (!blobs.has(digest) && mirror.fetchBlob(repository, digest)) {
            links.add(repository, digest);
        }
    }

    /** A client that finds a blob there will not push it again, and relies on it. */
    private void require(String repository, Digest digest) throws IOException {
        claims.using(List.of(digest), () -> {
            if (!repositories.hasBlob(repository, digest)) {
                throw RegistryException.unknownBlob(digest);
            }
            blobs.touch(digest);
            return true;
        });
    }

    private void send(Call call, Digest digest) throws IOException {
        long size = blobs.size(digest);
        String etag = "\"" + digest + "\"";
        call.with("Docker-Content-Digest", digest.toString())
                .with(HeaderNames.CONTENT_TYPE, "application/octet-stream")
                .with(HeaderNames.ACCEPT_RANGES, "bytes")
                .with(HeaderNames.CACHE_CONTROL, "private, max-age=31536000")
                .with(HeaderNames.ETAG, etag);
        if (call.answerUnchanged(etag)) {
            return;
        }
        if (call.isHead()) {
            call.response().contentLength(size);
            call.answer(200);
            return;
        }
        Optional<ByteRange> range = range(call, etag, size);
        range.ifPresent(
                part -> call.with(HeaderNames.CONTENT_RANGE, "bytes " + part.first() + "-" + part.last() + "/" + size));
        ByteRange part = range.orElse(new ByteRange(0, size - 1));
        try (InputStream content = blobs.read(digest, part.first())) {
            call.answer(range.isPresent() ? 206 : 200, content, part.length());
        }
    }

    private static Optional<ByteRange> range(Call call, String etag, long size) {
        boolean same = call.header(HeaderNames.IF_RANGE).map(etag::equals).orElse(true);
        try {
            return call.header(HeaderNames.RANGE)
                    .filter(header -> same)
                    .flatMap(header -> ByteRange.parse(header, size));
        } catch (RegistryException e) {
            call.with(HeaderNames.CONTENT_RANGE, "bytes */" + size);
            throw e;
        }
    }
}
