package dev.s2ioc.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Files and directories as a tar archive, as they are: with their permissions and times, links as links. What is neither is
 * told and left out.
 */
public final class PlainTar implements Pipe.Producer {
    private final Path root;
    private final String name;
    private final Predicate<String> wanted;
    private final Consumer<String> leftOut;

    /**
     * @param root what to pack
     * @param name what it is called in the archive; empty for a directory whose contents alone are packed
     * @param wanted which paths below the root, with {@code /} between the names
     * @param leftOut is told what cannot be packed
     */
    public PlainTar(Path root, String name, Predicate<String> wanted, Consumer<String> leftOut) {
        this.root = root;
        this.name = name;
        this.wanted = wanted;
        this.leftOut = leftOut;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
        add(root, "", tar);
        tar.finish();
        out.flush();
    }

    private void add(Path file, String below, TarArchiveOutputStream tar) throws IOException {
        if (!below.isEmpty() && !wanted.test(below)) {
            return;
        }
        String path = name.isEmpty() ? below : below.isEmpty() ? name : name + "/" + below;
        // What is named itself may be a link to what is meant; what is found below stays a link.
        LinkOption[] how = below.isEmpty() ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, how);
        if (attributes.isDirectory()) {
            if (!path.isEmpty()) {
                put(tar, new TarArchiveEntry(path + "/", TarConstants.LF_DIR), file, attributes, 0755, how);
                tar.closeArchiveEntry();
            }
            for (Path child : children(file)) {
                String next = child.getFileName().toString();
                add(child, below.isEmpty() ? next : below + "/" + next, tar);
            }
        } else if (attributes.isSymbolicLink()) {
            TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_SYMLINK);
            entry.setLinkName(Files.readSymbolicLink(file).toString());
            put(tar, entry, file, attributes, 0777, how);
            tar.closeArchiveEntry();
        } else if (attributes.isRegularFile()) {
            addFile(tar, path, file, attributes, how);
        } else {
            leftOut.accept(file.toString());
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        }
    }

    private static void addFile(
            TarArchiveOutputStream tar, String path, Path file, BasicFileAttributes attributes, LinkOption... how)
            throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            TarArchiveEntry entry = new TarArchiveEntry(path, TarConstants.LF_NORMAL);
            entry.setSize(attributes.size());
            put(tar, entry, file, attributes, 0644, how);
            copy(in, tar, attributes.size(), file);
        }
        tar.closeArchiveEntry();
    }

    private static void put(
            TarArchiveOutputStream tar,
            TarArchiveEntry entry,
            Path file,
            BasicFileAttributes attributes,
            int usualMode,
            LinkOption... how)
            throws IOException {
        entry.setMode(attributes.isSymbolicLink() ? 0777 : mode(file, usualMode, how));
        entry.setLastModifiedTime(attributes.lastModifiedTime());
        tar.putArchiveEntry(entry);
    }

    private static int mode(Path file, int usual, LinkOption... how) throws IOException {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, how);
            int mode = 0;
            for (PosixFilePermission permission : PosixFilePermission.values()) {
                mode = mode << 1 | (permissions.contains(permission) ? 1 : 0);
            }
            return mode;
        } catch (UnsupportedOperationException e) {
            return usual; // Windows has none.
        }
    }

    /** Copies as many bytes as the header promises: what is appended to a file meanwhile is left out. */
    private static void copy(InputStream in, OutputStream tar, long size, Path file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long left = size; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new FileSystemException(file.toString(), null, "it became shorter while it was being sent");
            }
            tar.write(buffer, 0, read);
            left -= read;
        }
    }
}
