package dev.s2ioc.cluster;

import dev.s2ioc.cluster.engine.Directories;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Removes a cluster's directory with all that is in it, also what an engine has left without write permission. */
final class Erasure {
    private final Path directory;

    Erasure(Path directory) {
        this.directory = directory;
    }

    void run() throws IOException {
        try {
            walk();
        } catch (FileSystemException e) {
            // What containers have written may be others', who are at least users of this one.
            Directories.delete(directory);
        }
    }

    private void walk() throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                if (!Files.isWritable(path) || !Files.isExecutable(path)) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(path);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
