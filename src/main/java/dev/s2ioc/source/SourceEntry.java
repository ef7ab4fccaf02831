package dev.s2ioc.source;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One thing that goes into the archive.
 *
 * @param file where it is on this machine
 * @param path where it is in the archive, with {@code /} between the names
 * @param size bytes of a file; 0 for the others
 * @param mode permission bits, {@code 0755}
 * @param target where a symbolic link points; empty for the others
 */
public record SourceEntry(Path file, String path, Kind kind, long size, int mode, Instant modified, String target) {

    public enum Kind {
        FILE,
        DIRECTORY,
        LINK
    }

    static SourceEntry file(Path file, String path, long size, int mode, Instant modified) {
        return new SourceEntry(file, path, Kind.FILE, size, mode, modified, "");
    }

    static SourceEntry directory(Path file, String path, int mode, Instant modified) {
        return new SourceEntry(file, path, Kind.DIRECTORY, 0, mode, modified, "");
    }

    static SourceEntry link(Path file, String path, int mode, Instant modified, String target) {
        return new SourceEntry(file, path, Kind.LINK, 0, mode, modified, target);
    }
}
