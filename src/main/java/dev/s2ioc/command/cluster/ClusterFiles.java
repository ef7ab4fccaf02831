package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.console.Surroundings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The directory of the local cluster, and the few files in it through which the commands and the serving process meet:
 * the lock that the process holds while it lives, what it says of itself, and its log.
 */
record ClusterFiles(Path directory) {

    /** The user's local cluster. */
    static ClusterFiles of(Surroundings surroundings) {
        return new ClusterFiles(surroundings.dataDirectory().resolve("cluster"));
    }

    Path log() {
        return directory.resolve("cluster.log");
    }

    private Path lock() {
        return directory.resolve("cluster.lock");
    }

    private Path state() {
        return directory.resolve("cluster.json");
    }

    void create() throws IOException {
        Files.createDirectories(directory.getParent());
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Takes the lock for this process's life; empty when another process has it. */
    Optional<FileLock> acquire() throws IOException {
        FileChannel channel = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            Optional<FileLock> held = Optional.ofNullable(channel.tryLock());
            if (held.isEmpty()) {
                channel.close();
            }
            return held;
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
    }

    /** Whether a process holds the lock, whatever the state file says: a killed process has lost it. */
    boolean isHeld() throws IOException {
        if (!Files.exists(lock())) {
            return false;
        }
        Optional<FileLock> mine = acquire();
        if (mine.isPresent()) {
            mine.get().acquiredBy().close();
        }
        return mine.isEmpty();
    }

    boolean hasState() {
        return Files.exists(state());
    }

    /** What the serving process last said of itself; empty before its first word. */
    Optional<JsonNode> readState() throws IOException {
        try {
            return Optional.of(Json.parse(Files.readAllBytes(state())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Says of this process what others need: written whole or not at all. */
    void writeState(JsonNode state) throws IOException {
        Path fresh = Files.createTempFile(directory, "cluster", ".json");
        Files.write(fresh, Json.bytes(state));
        Files.move(fresh, state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void forgetState() throws IOException {
        Files.deleteIfExists(state());
    }
}
