package dev.s2ioc.imageregistry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A repository on disk, laid out as oc does it, so that a web server could serve it as a registry: {@code
 * v2/PATH/blobs/DIGEST}, {@code v2/PATH/manifests/DIGEST}, and a symbolic link to the latter for each tag.
 */
public final class DirectoryRepository implements Repository {
    private final Path base;
    private final String path;
    private final Path blobs;
    private final Path manifests;

    /** @param path of lower-case words, as repositories are named */
    public DirectoryRepository(Path base, String path) {
        this.base = base;
        this.path = path;
        Path directory = base.resolve("v2").resolve(path);
        this.blobs = directory.resolve("blobs");
        this.manifests = directory.resolve("manifests");
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Manifest manifest(String reference, boolean verify) throws IOException {
        String digest = Sha256.isDigest(reference) ? reference : tagged(reference);
        try (InputStream in = open(file(manifests, digest), digest)) {
            byte[] bytes = Repository.small(in, reference);
            if (verify) {
                VerifiedStream.require(digest, Sha256.digest(bytes));
            }
            return Manifest.of("", bytes);
        }
    }

    /** The link is read, not followed: a directory may come from anywhere. */
    private String tagged(String tag) throws IOException {
        Path link = manifests.resolve(tag);
        if (!Files.isSymbolicLink(link)) {
            throw RegistryException.missing("there is no tag \"" + tag + "\" in " + manifests);
        }
        String digest = Files.readSymbolicLink(link).getFileName().toString().replaceFirst("^sha256-", "sha256:");
        if (!Sha256.isDigest(digest)) {
            throw new IOException(link + " is not a link to a manifest");
        }
        return digest;
    }

    @Override
    public boolean hasManifest(String digest) throws IOException {
        return Files.isRegularFile(file(manifests, digest), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void put(Manifest manifest, Optional<String> tag) throws IOException {
        Path blob = file(blobs, manifest.digest());
        Files.createDirectories(blobs);
        Files.createDirectories(manifests);
        write(blob, manifest.bytes());
        write(file(manifests, manifest.digest()), manifest.bytes());
        if (tag.isPresent()) {
            Path next = manifests.resolve(tag.get() + ".download");
            Files.deleteIfExists(next);
            try {
                Files.createSymbolicLink(
                        next, file(manifests, manifest.digest()).getFileName());
            } catch (UnsupportedOperationException e) {
                throw new IOException("tags are symbolic links, which cannot be made in " + manifests, e);
            }
            Files.move(next, manifests.resolve(tag.get()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".download");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public InputStream blob(String digest, boolean verify) throws IOException {
        InputStream in = open(file(blobs, digest), digest);
        return verify ? new VerifiedStream(in, digest) : in;
    }

    private static InputStream open(Path file, String digest) throws IOException {
        try {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw RegistryException.missing(digest + " is not in " + file.getParent());
        }
    }

    @Override
    public boolean hasBlob(String digest) throws IOException {
        return Files.isRegularFile(file(blobs, digest), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public boolean mount(String digest, Repository from) throws IOException {
        if (!(from instanceof DirectoryRepository other) || !other.base.equals(base) || !other.hasBlob(digest)) {
            return false;
        }
        try (InputStream content = other.blob(digest, false)) {
            VerifiedStream.require(digest, Sha256.digest(content));
        }
        Files.createDirectories(blobs);
        try {
            Files.deleteIfExists(file(blobs, digest));
            Files.createLink(file(blobs, digest), file(other.blobs, digest));
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Not every file system can link; a copy is as good.
            return false;
        }
    }

    @Override
    public void upload(String digest, InputStream content) throws IOException {
        Files.createDirectories(blobs);
        Path file = file(blobs, digest);
        Path part = file.resolveSibling(file.getFileName() + ".download");
        try {
            Files.copy(new VerifiedStream(content, digest), part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public List<String> tags() throws IOException {
        List<String> tags = new ArrayList<>();
        if (Files.isDirectory(manifests)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(manifests, Files::isSymbolicLink)) {
                entries.forEach(entry -> tags.add(entry.getFileName().toString()));
            }
        }
        tags.sort(null);
        return tags;
    }

    private static Path file(Path directory, String digest) throws IOException {
        if (!Sha256.isDigest(digest)) {
            throw new IOException("\"" + digest + "\" is not a digest of the form sha256:<64 hex digits>");
        }
        boolean colons = !directory.getFileSystem().getSeparator().equals("\\");
        return directory.resolve(colons ? digest : digest.replace(':', '-'));
    }
}
