package dev.s2ioc.cluster.build.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of all builds, one file each, named by the build's uid. */
public final class BuildLogs {
    private final Path directory;
    private final InstantSource clock;
    private final Map<String, BuildLog> live = new ConcurrentHashMap<>();

    public BuildLogs(Path directory, InstantSource clock) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.clock = clock;
    }

    /** Begins the log of a build. */
    public BuildLog open(String uid) throws IOException {
        BuildLog log = new BuildLog(file(uid), clock, closed -> live.remove(uid, closed));
        live.put(uid, log);
        return log;
    }

    public boolean exists(String uid) {
        return Files.exists(file(uid));
    }

    /** Copies what was asked for; when following, until the build has ended. */
    public void copy(String uid, LogQuery query, OutputStream out) throws IOException, InterruptedException {
        BuildLog log = live.get(uid);
        try (LogReader reader = new LogReader(file(uid), query, out)) {
            reader.copyUpTo(Files.size(file(uid)));
            if (query.follow() && log != null) {
                reader.follow(log);
            }
        }
    }

    public void delete(String uid) throws IOException {
        Files.deleteIfExists(file(uid));
    }

    private Path file(String uid) {
        return directory.resolve(uid + ".log");
    }
}
