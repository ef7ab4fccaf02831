package dev.s2ioc.cluster.build.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * The directory that an upload is put into. Nothing is written outside of it: names that lead out are refused, and no symbolic link is ever
 * written through. Links themselves are kept as they are, also those that mean something only in the new image.
 */
public final class SourceTree {
    private static final int LONGEST_SHOWN = 200;

    private final Path root;
    private final Path spool;
    private final Limits limits;
    private long bytes;
    private long entries;

    /** The spool is where an archive may be kept for a moment. */
    public SourceTree(Path root, Path spool, Limits limits) {
        this.root = root;
        this.spool = spool;
        this.limits = limits;
    }

    Path spool() {
        return spool;
    }

    void directory(String name, int mode) throws IOException, InputException {
        Path path = resolve(name);
        if (path.equals(root)) {
            return;
        }
        makeParents(path);
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path);
            Files.createDirectory(path);
        }
        // The owner must be able to fill it.
        setMode(path, mode | 0700, 0755);
    }

    /** Writes a file from a stream, replacing what had its name. A mode of 0 is one that the archive does not know. */
    public void file(String name, int mode, Instant modified, InputStream content) throws IOException, InputException {
        Path path = place(name);
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            copy(content, out);
        }
        setMode(path, mode, 0644);
        Files.setLastModifiedTime(path, FileTime.from(modified));
    }

    /** Keeps an archive for a moment; it may be no larger than what it holds may be. */
    void spool(InputStream in, Path file) throws IOException, InputException {
        long before = bytes;
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(in, out);
        }
        bytes = before;
    }

    /** Reads what nobody wants, up to the limit. */
    void pass(InputStream in) throws IOException, InputException {
        copy(in, OutputStream.nullOutputStream());
    }

    void symbolicLink(String name, String target) throws IOException, InputException {
        Path path = place(name);
        try {
            Files.createSymbolicLink(path, Path.of(target));
        } catch (InvalidPathException e) {
            throw new InputException("the archive's link " + shown(name) + " leads nowhere");
        }
    }

    void hardLink(String name, String target) throws IOException, InputException {
        Path original = resolve(target);
        requireRealParents(original);
        if (!Files.isRegularFile(original, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException("the archive's entry " + shown(name) + " is a link to " + shown(target)
                    + ", which is no file before it");
        }
        Path path = place(name);
        Files.createLink(path, original);
    }

    /** Where a new entry goes, with nothing there. */
    private Path place(String name) throws IOException, InputException {
        Path path = resolve(name);
        if (path.equals(root)) {
            throw new InputException("the archive has an entry without a name");
        }
        makeParents(path);
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new InputException("the archive's entry " + shown(name) + " is a directory and something else");
        }
        Files.deleteIfExists(path);
        return path;
    }

    private Path resolve(String name) throws InputException {
        entries++;
        if (entries > limits.entries()) {
            throw new InputException("the archive has more than " + limits.entries()
                    + " entries, which is more than the local cluster takes");
        }
        try {
            Path relative = Path.of(name);
            for (Path part : relative) {
                if (part.toString().equals("..")) {
                    throw new InputException("the archive's entry " + shown(name) + " leads out of the archive");
                }
            }
            if (relative.isAbsolute()) {
                throw new InputException("the archive's entry " + shown(name) + " has an absolute path");
            }
            return root.resolve(relative).normalize();
        } catch (InvalidPathException e) {
            throw new InputException("the archive has an entry whose name cannot be a file's");
        }
    }

    private void makeParents(Path path) throws IOException, InputException {
        requireRealParents(path);
        Files.createDirectories(path.getParent());
    }

    private void requireRealParents(Path path) throws InputException {
        for (Path parent = path.getParent(); !parent.equals(root); parent = parent.getParent()) {
            if (Files.exists(parent, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
                throw new InputException("the archive's entry " + shown(root.relativize(path)) + " lies below "
                        + shown(root.relativize(parent)) + ", which is no directory");
            }
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException, InputException {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
            if (bytes > limits.bytes()) {
                throw new InputException("the source unpacks to more than " + limits.bytes()
                        + " bytes, which is more than the local cluster takes");
            }
            out.write(buffer, 0, n);
        }
    }

    /** A name for a message: on one line, and not longer than one can read. */
    static String shown(Object name) {
        String text = name.toString().replaceAll("\\p{Cntrl}", "?");
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static void setMode(Path path, int mode, int otherwise) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(permissions((mode & 0777) == 0 ? otherwise : mode));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] highestFirst = PosixFilePermission.values();
        for (int i = 0; i < highestFirst.length; i++) {
            if ((mode & (0400 >> i)) != 0) {
                permissions.add(highestFirst[i]);
            }
        }
        return permissions;
    }
}
