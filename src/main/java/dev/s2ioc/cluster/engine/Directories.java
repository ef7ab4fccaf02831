package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Whole directories. */
public final class Directories {
    private Directories() {}

    /** Deletes a directory with all that is in it, following no link; one that is not there is fine. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            walk(directory);
        } catch (AccessDeniedException e) {
            if (!ForeignFiles.remove(directory)) {
                throw e;
            }
        }
    }

    private static void walk(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A path below a directory, with links resolved, if it is there and does not lead out. */
    public static Optional<Path> within(Path directory, String relative) throws IOException {
        Path root = directory.toRealPath();
        Path path = root.resolve(relative.replaceFirst("^/+", ""));
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        Path real = path.toRealPath();
        return real.startsWith(root) ? Optional.of(real) : Optional.empty();
    }
}
