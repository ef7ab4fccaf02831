package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writing so that a file is there whole or not at all, and stays when the power goes. */
final class DurableFile {
    private DurableFile() {}

    static void write(Path target, byte[] content) throws IOException {
        Files.createDirectories(target.getParent());
        Path file = Files.createTempFile(target.getParent(), ".new-", "");
        try {
            Files.write(file, content);
            move(file, target);
        } finally {
            // Gone when all went well; else it would be in the way for ever.
            Files.deleteIfExists(file);
        }
    }

    static void move(Path file, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(target.getParent());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        // The rename itself is durable only when the directory is.
        try (FileChannel channel = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
