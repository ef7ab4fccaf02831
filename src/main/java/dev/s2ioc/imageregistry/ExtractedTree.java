package dev.s2ioc.imageregistry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * A directory that an image's files are written to. Links of the image are followed inside of it only, and nothing is
 * removed from it that was not written by the same run.
 */
public final class ExtractedTree {
    private static final int MOST_LINKS = 40;
    private static final int FILE_MODE = 0640;
    private static final int OTHER_MODE = 0755;

    private final Path root;
    private final boolean owners;

    /** What was written, and by which layer; sorted so that what is in a directory follows it at once. */
    private final TreeMap<Path, Integer> written =
            new TreeMap<>(Comparator.comparing(path -> path.toString().replace(File.separatorChar, '\0')));

    private final Map<Path, TarArchiveEntry> directories = new LinkedHashMap<>();
    private int layer;

    /** @param owners whether files belong to whom they belong in the image, with the same permissions */
    public ExtractedTree(Path directory, boolean owners) throws IOException {
        this.root = directory.toRealPath();
        this.owners = owners;
    }

    /** What follows lies above what was written before. */
    public void nextLayer() {
        layer++;
    }

    /** Writes one file, directory or link. */
    public void write(String place, TarArchiveEntry entry, InputStream content) throws IOException {
        Path path = resolve(place, true);
        boolean directory = entry.isDirectory();
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                && !(directory && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))) {
            replace(path);
        }
        if (directory) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(path);
                written.put(path, layer);
            }
            // Its mode may keep us from writing into it, and writing into it changes its time.
            directories.put(path, entry);
            return;
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, path.getFileSystem().getPath(entry.getLinkName()));
        } else {
            try (var out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(out);
            }
        }
        written.put(path, layer);
        attributes(path, entry);
    }

    /** Writes a further name of a file that was written before. */
    public void link(String place, String target) throws IOException {
        Path existing = resolve(target, false);
        Path path = resolve(place, true);
        if (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(place + " is a link to " + target + ", which is not extracted; extract both");
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            replace(path);
        }
        Files.createLink(path, existing);
        written.put(path, layer);
    }

    /** Removes what the layers below have written there. */
    void hide(Whiteout whiteout) throws IOException {
        Path path = whiteout.path().isEmpty() ? root : resolve(whiteout.path(), false);
        for (Path each : writtenAt(path).reversed()) {
            if (written.get(each) < layer && !(whiteout.contents() && each.equals(path))) {
                remove(each);
            }
        }
    }

    /** What was written there and below. */
    private List<Path> writtenAt(Path path) {
        return written.tailMap(path, true).keySet().stream()
                .takeWhile(each -> each.startsWith(path))
                .toList();
    }

    private void remove(Path path) throws IOException {
        try {
            Files.deleteIfExists(path);
            written.remove(path);
            directories.remove(path);
        } catch (DirectoryNotEmptyException e) {
            // What else is in it was there before, or belongs to this layer.
            return;
        }
    }

    private void replace(Path path) throws IOException {
        for (Path each : writtenAt(path).reversed()) {
            remove(each);
        }
        directories.remove(path);
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException e) {
            throw new IOException(path + " is a directory with files that are not of this image; move it away", e);
        }
    }

    /** Gives directories their modes and times, once all is in them. */
    public void finish() throws IOException {
        for (Map.Entry<Path, TarArchiveEntry> each :
                List.copyOf(directories.entrySet()).reversed()) {
            attributes(each.getKey(), each.getValue());
        }
        directories.clear();
    }

    private void attributes(Path path, TarArchiveEntry entry) throws IOException {
        boolean unix = path.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (unix && owners) {
            Files.setAttribute(path, "unix:uid", (int) entry.getLongUserId(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", (int) entry.getLongGroupId(), LinkOption.NOFOLLOW_LINKS);
        }
        if (entry.isSymbolicLink()) {
            return;
        }
        if (unix) {
            Files.setAttribute(path, "unix:mode", mode(entry, owners));
        }
        FileTime time = entry.getLastModifiedTime();
        if (time.toMillis() > 0) {
            Files.setLastModifiedTime(path, time);
        }
    }

    /** The mode that an entry gets on disk. */
    public static int mode(TarArchiveEntry entry, boolean kept) {
        if (kept) {
            return entry.getMode() & 07777;
        }
        return Extraction.isFile(entry) ? FILE_MODE : OTHER_MODE;
    }

    /** The place of a file. */
    private Path resolve(String place, boolean makingDirectories) throws IOException {
        Deque<String> left =
                new ArrayDeque<>(Arrays.asList(WantedPaths.plain(place).split("/")));
        String name = left.removeLast();
        if (name.isEmpty() || name.equals("..")) {
            throw new IOException("\"" + place + "\" is no name for a file");
        }
        Path at = root;
        int links = 0;
        while (!left.isEmpty()) {
            Path next = step(at, left.removeFirst());
            if (Files.isSymbolicLink(next)) {
                if (++links > MOST_LINKS) {
                    throw new IOException("there are too many links on the way to " + place);
                }
                Path target = Files.readSymbolicLink(next);
                at = target.isAbsolute() ? root : at;
                for (int i = target.getNameCount() - 1; i >= 0; i--) {
                    left.addFirst(target.getName(i).toString());
                }
            } else {
                at = makingDirectories ? directory(next) : next;
            }
        }
        Path path = step(at, name);
        if (path.equals(root)) {
            throw new IOException("\"" + place + "\" is no name for a file");
        }
        return path;
    }

    private Path step(Path at, String name) throws IOException {
        try {
            Path next = at.resolve(name).normalize();
            // There is nothing above the root of an image.
            return next.startsWith(root) ? next : root;
        } catch (InvalidPathException e) {
            throw new IOException("\"" + name + "\" cannot be the name of a file here", e);
        }
    }

    private Path directory(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                replace(path);
            }
            Files.createDirectory(path);
            written.put(path, layer);
        }
        return path;
    }
}
