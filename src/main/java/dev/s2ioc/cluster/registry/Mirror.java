package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Brings content of imported images here when it is asked for the first time, and keeps it like what was pushed. */
final class Mirror {
    private static final int MANIFEST_LIMIT = 4 << 20;

    private final Path directory;
    private final Blobs blobs;
    private final Manifests manifests;
    private final Upstream upstream;
    private final Map<Digest, Object> locks = new ConcurrentHashMap<>();

    /** Half-fetched content lies in a directory of its own, which is emptied here. */
    Mirror(Path directory, Blobs blobs, Manifests manifests, Upstream upstream) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.blobs = blobs;
        this.manifests = manifests;
        this.upstream = upstream;
        try (var left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    Optional<Manifests.Stored> manifest(String repository, Digest digest) throws IOException {
        Optional<Upstream.Content> content;
        byte[] bytes;
        try {
            content = upstream.manifest(repository, digest.toString());
            if (content.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream body = content.get().body()) {
                bytes = body.readNBytes(MANIFEST_LIMIT);
            }
        } catch (IOException e) {
            throw unreachable(e);
        }
        if (!digest.alike(bytes).equals(digest)) {
            throw differs(digest);
        }
        Manifest manifest = Manifest.parse(bytes, content.get().mediaType());
        manifests.put(repository, digest, manifest, bytes);
        return Optional.of(new Manifests.Stored(digest, manifest.mediaType(), bytes));
    }

    /** Whether the blob is here now. Two who want the same one wait for one fetch. */
    boolean fetchBlob(String repository, Digest digest) throws IOException {
        Object lock = locks.computeIfAbsent(digest, key -> new Object());
        synchronized (lock) {
            try {
                return blobs.has(digest) || fetch(repository, digest);
            } finally {
                locks.remove(digest, lock);
            }
        }
    }

    private boolean fetch(String repository, Digest digest) throws IOException {
        Optional<Upstream.Content> content;
        try {
            content = upstream.blob(repository, digest.toString());
        } catch (IOException e) {
            throw unreachable(e);
        }
        if (content.isEmpty()) {
            return false;
        }
        Path file = Files.createTempFile(directory, "blob", "");
        try {
            MessageDigest hash = digest.newHashAlike();
            try (InputStream body = content.get().body();
                    OutputStream out = new DigestOutputStream(Files.newOutputStream(file), hash)) {
                body.transferTo(out);
            }
            if (!Digest.of(hash).equals(digest)) {
                throw differs(digest);
            }
            blobs.adopt(file, digest);
            return true;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static RegistryException unreachable(IOException failure) {
        return new RegistryException(
                502,
                "UNKNOWN",
                "the image is not here, and where it was imported from it cannot be read: " + failure.getMessage());
    }

    private static RegistryException differs(Digest digest) {
        return new RegistryException(
                502, "UNKNOWN", "the registry that the image was imported from sent other content than " + digest);
    }
}
