package dev.s2ioc.cluster.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of all that runs, one each, named by what identifies who speaks: the uid of a build, for one. */
public final class LogFiles {
    private final Path directory;
    private final InstantSource clock;
    private final long limit;
    private final Map<String, LineLog> live = new ConcurrentHashMap<>();

    public LogFiles(Path directory, InstantSource clock) throws IOException {
        this(directory, clock, 0);
    }

    /** @param limit how large a file grows before another one is begun; 0 for without end */
    public LogFiles(Path directory, InstantSource clock, long limit) throws IOException {
        this.limit = limit;
        this.directory = Files.createDirectories(directory);
        this.clock = clock;
    }

    /** Begins a log. */
    public LineLog open(String uid) throws IOException {
        return begin(uid, false);
    }

    /** Goes on with a log, if there is one. */
    public LineLog resume(String uid) throws IOException {
        return begin(uid, true);
    }

    private LineLog begin(String uid, boolean more) throws IOException {
        LineLog log = new LineLog(file(uid), more, limit, clock, closed -> live.remove(uid, closed));
        live.put(uid, log);
        return log;
    }

    public boolean exists(String uid) {
        return Files.exists(file(uid));
    }

    /** Copies what was asked for; when following, until who speaks has ended. */
    public void copy(String uid, LogQuery query, OutputStream out) throws IOException, InterruptedException {
        LineLog log = live.get(uid);
        LineLog.Opened opened = log == null
                ? new LineLog.Opened(0, new RandomAccessFile(file(uid).toFile(), "r"))
                : log.open();
        try (LogReader reader = new LogReader(opened.file(), query, out)) {
            reader.copyUpTo(opened.file().length());
            if (query.follow() && log != null) {
                reader.follow(log, opened.turn());
            }
        }
    }

    public void delete(String uid) throws IOException {
        Files.deleteIfExists(file(uid));
        for (int i = 1; i < LineLog.KEPT; i++) {
            Files.deleteIfExists(directory.resolve(uid + ".log." + i));
        }
    }

    private Path file(String uid) {
        return directory.resolve(uid + ".log");
    }
}
