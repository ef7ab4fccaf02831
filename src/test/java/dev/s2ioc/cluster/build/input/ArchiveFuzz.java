package dev.s2ioc.cluster.build.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Any bytes as an upload: they are unpacked or refused, and nothing beside the directory is touched. */
public final class ArchiveFuzz {
    private static final Limits LIMITS = new Limits(1 << 20, 500);

    private ArchiveFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Path room = Files.createTempDirectory("archive");
            try {
                extract(room, input);
            } finally {
                delete(room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract(Path room, byte[] input) throws IOException {
        Path root = Files.createDirectory(room.resolve("root"));
        Path spool = Files.createDirectory(room.resolve("spool"));
        Path outside = Files.writeString(room.resolve("outside"), "mine");
        try {
            new Archive(new SourceTree(root, spool, LIMITS)).extract(new ByteArrayInputStream(input));
        } catch (IOException | InputException e) {
            require(e.getMessage() != null && !e.getMessage().isBlank(), "a refusal without a word: " + e);
            require(e.getMessage().lines().count() == 1, "a refusal of several lines: " + e.getMessage());
        }
        try (Stream<Path> beside = Files.list(room)) {
            require(beside.sorted().toList().equals(List.of(outside, root, spool)), "something new beside the root");
        }
        try (Stream<Path> left = Files.list(spool)) {
            require(left.findAny().isEmpty(), "something left in the spool");
        }
        require(Files.readString(outside).equals("mine"), "a file outside was changed");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static void delete(Path room) throws IOException {
        Files.walkFileTree(room, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
