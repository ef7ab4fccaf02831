package dev.s2ioc.cluster.pod.volume;

import dev.s2ioc.cluster.pod.volume.PodVolumes.VolumeFile;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that change all at once, whoever reads them: they are in a directory to which a link points, and the link is put in
 * another's place, as the kubelet does it.
 */
final class VolumeDirectory {
    private static final String DATA = "..data";

    private final Path place;

    VolumeDirectory(Path place) {
        this.place = place;
    }

    void write(Map<String, VolumeFile> files, Optional<Long> group) throws IOException {
        Files.createDirectories(place);
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path link = place.resolve(DATA);
        if (Files.exists(link) && isSame(link, files)) {
            return;
        }
        Path before = Files.isSymbolicLink(link) ? place.resolve(Files.readSymbolicLink(link)) : null;
        Path data = Files.createTempDirectory(place, "..");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (Map.Entry<String, VolumeFile> file : files.entrySet()) {
            write(data.resolve(file.getKey()), file.getValue(), group);
        }
        // Left there by a process that was killed in between, or stopped.
        Files.deleteIfExists(place.resolve("..data_tmp"));
        Path next = Files.createSymbolicLink(place.resolve("..data_tmp"), data.getFileName());
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        link(files);
        if (before != null) {
            delete(before);
        }
    }

    private static boolean isSame(Path link, Map<String, VolumeFile> files) throws IOException {
        Path data = link.toRealPath();
        try (Stream<Path> walked = Files.walk(data)) {
            if (walked.filter(Files::isRegularFile).count() != files.size()) {
                return false;
            }
        }
        for (Map.Entry<String, VolumeFile> file : files.entrySet()) {
            Path present = data.resolve(file.getKey());
            if (!Files.isRegularFile(present)
                    || !Arrays.equals(
                            Files.readAllBytes(present), file.getValue().content())) {
                return false;
            }
        }
        return true;
    }

    private static void write(Path path, VolumeFile file, Optional<Long> group) throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, file.content());
        int mode = group.isPresent() ? file.mode() | 0040 : file.mode();
        Files.setPosixFilePermissions(path, permissions(mode));
        Ownership.give(path, group);
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission each : PosixFilePermission.values()) {
            if ((mode & (0400 >> each.ordinal())) != 0) {
                permissions.add(each);
            }
        }
        return permissions;
    }

    /** Each name leads through the one link; names that are gone go. */
    private void link(Map<String, VolumeFile> files) throws IOException {
        Set<String> tops = new HashSet<>();
        files.keySet().forEach(name -> tops.add(name.split("/")[0]));
        try (Stream<Path> present = Files.list(place)) {
            for (Path each : present.toList()) {
                String name = each.getFileName().toString();
                if (!name.startsWith("..") && !tops.contains(name)) {
                    Files.delete(each);
                }
            }
        }
        for (String top : tops) {
            if (!Files.exists(place.resolve(top), LinkOption.NOFOLLOW_LINKS)) {
                Files.createSymbolicLink(place.resolve(top), Path.of(DATA, top));
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
