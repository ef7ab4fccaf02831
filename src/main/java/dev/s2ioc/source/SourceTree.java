package dev.s2ioc.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A directory and what of it is selected, walked in the order of the archive: by name, a directory before what is in it. */
public final class SourceTree {

    /** Is told of each entry of a walk. */
    public interface Visitor {
        void sent(SourceEntry entry) throws IOException;

        /** A rule keeps this path out; what is below a directory is told only where a rule may keep it. */
        default void dropped(String path, boolean directory, String rule) {}

        /** A socket, pipe or device: nothing that an archive of sources can hold. */
        default void unfit(String path) {}
    }

    /** What stat(2) says of the kind of a file. */
    private static final int FORMAT = 0170000;

    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int LINK = 0120000;

    private final Path root;
    private final Selection selection;
    private final boolean unix;

    /** @param root the directory; if it is a symbolic link, what it points to */
    public SourceTree(Path root, Selection selection) throws IOException {
        if (!Files.exists(root)) {
            throw new NoSuchFileException(root.toAbsolutePath().normalize().toString());
        }
        this.root = root.toRealPath();
        this.selection = selection;
        this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    public Path root() {
        return root;
    }

    /** The rule that keeps a file out; empty when it is sent. */
    Optional<String> dropping(String file) throws IOException {
        return selection.dropping(file, false);
    }

    public void walk(Visitor visitor) throws IOException {
        walk(root, "", new ArrayDeque<>(), visitor);
    }

    /** @param unsent dropped directories above, which are sent after all when something in them is */
    private void walk(Path directory, String prefix, Deque<SourceEntry> unsent, Visitor visitor) throws IOException {
        for (Map.Entry<String, Path> child : children(directory).entrySet()) {
            String path = prefix + child.getKey();
            Optional<SourceEntry> found = entry(child.getValue(), path);
            if (found.isEmpty()) {
                visitor.unfit(path);
                continue;
            }
            SourceEntry entry = found.get();
            boolean isDirectory = entry.kind() == SourceEntry.Kind.DIRECTORY;
            Optional<String> rule = selection.dropping(path, isDirectory);
            if (rule.isPresent()) {
                visitor.dropped(path, isDirectory, rule.get());
                if (isDirectory && selection.entersDropped(path)) {
                    unsent.addLast(entry);
                    walk(child.getValue(), path + "/", unsent, visitor);
                    unsent.pollLast();
                }
                continue;
            }
            while (!unsent.isEmpty()) {
                visitor.sent(unsent.removeFirst());
            }
            visitor.sent(entry);
            if (isDirectory) {
                walk(child.getValue(), path + "/", new ArrayDeque<>(), visitor);
            }
        }
    }

    private Map<String, Path> children(Path directory) throws IOException {
        Map<String, Path> children = new TreeMap<>(Comparator.naturalOrder());
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path child : stream) {
                children.put(name(child), child);
            }
        }
        return children;
    }

    /** The last name of a path, also when the JVM's locale cannot express it: the archive's names are UTF-8. */
    private static String name(Path path) throws SourceException {
        String name = path.getFileName().toString();
        if (name.indexOf('\uFFFD') < 0) {
            return name;
        }
        String raw = path.toUri().getRawPath().replaceFirst("/$", "");
        String last = raw.substring(raw.lastIndexOf('/') + 1);
        ByteBuffer bytes = ByteBuffer.allocate(last.length());
        for (int i = 0; i < last.length(); i++) {
            if (last.charAt(i) == '%') {
                bytes.put((byte) Integer.parseInt(last.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.put((byte) last.charAt(i));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new SourceException(path + ": the file's name is not valid UTF-8; rename it or --exclude it", e);
        }
    }

    /** What is there; empty for what is neither file, directory nor link. */
    private Optional<SourceEntry> entry(Path file, String path) throws IOException {
        return unix ? unixEntry(file, path) : portableEntry(file, path);
    }

    private Optional<SourceEntry> unixEntry(Path file, String path) throws IOException {
        Map<String, Object> attributes =
                Files.readAttributes(file, "unix:mode,size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
        int bits = (Integer) attributes.get("mode");
        int mode = bits & 07777;
        Instant modified = ((FileTime) attributes.get("lastModifiedTime")).toInstant();
        return switch (bits & FORMAT) {
            case REGULAR -> Optional.of(SourceEntry.file(file, path, (Long) attributes.get("size"), mode, modified));
            case DIRECTORY -> Optional.of(SourceEntry.directory(file, path, mode, modified));
            case LINK -> Optional.of(SourceEntry.link(file, path, mode, modified, target(file)));
            default -> Optional.empty();
        };
    }

    private static Optional<SourceEntry> portableEntry(Path file, String path) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant modified = attributes.lastModifiedTime().toInstant();
        if (attributes.isSymbolicLink()) {
            return Optional.of(SourceEntry.link(file, path, 0777, modified, target(file)));
        }
        if (attributes.isDirectory()) {
            return Optional.of(SourceEntry.directory(file, path, 0755, modified));
        }
        return attributes.isRegularFile()
                ? Optional.of(SourceEntry.file(file, path, attributes.size(), 0644, modified))
                : Optional.empty();
    }

    private static String target(Path link) throws IOException {
        String target = Files.readSymbolicLink(link).toString();
        if (target.indexOf('\uFFFD') >= 0) {
            throw new SourceException(
                    link + ": the link's target cannot be written in this locale; set LC_ALL=C.UTF-8");
        }
        return target;
    }

    /** What a walk finds, without reading a file; fails if something that is selected cannot be read. */
    public Summary summary() throws IOException {
        long[] counts = new long[3];
        List<String> unfit = new ArrayList<>();
        walk(new Visitor() {
            @Override
            public void sent(SourceEntry entry) throws IOException {
                counts[0]++;
                if (entry.kind() == SourceEntry.Kind.FILE) {
                    counts[1]++;
                    counts[2] += entry.size();
                    if (!Files.isReadable(entry.file())) {
                        throw new AccessDeniedException(entry.file().toString());
                    }
                }
            }

            @Override
            public void unfit(String path) {
                unfit.add(path);
            }
        });
        return new Summary(counts[0], counts[1], counts[2], List.copyOf(unfit));
    }

    /**
     * @param entries everything that is sent
     * @param files how many of it are files
     * @param bytes what the files hold together
     * @param unfit sockets, pipes and devices, which are not sent
     */
    public record Summary(long entries, long files, long bytes, List<String> unfit) {}
}
