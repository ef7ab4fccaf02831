package dev.s2ioc.cluster.pod;

import dev.s2ioc.cluster.log.LineLog;
import dev.s2ioc.cluster.log.LogFiles;
import dev.s2ioc.cluster.log.LogQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the containers of one pod have said: of each the present run and the one before. */
record PodLogs(LogFiles files, String uid) {
    private static final int LAST_LINES = 80;
    private static final int LAST_BYTES = 2048;

    private String name(String container, int attempt) {
        return uid + "_" + container + "_" + attempt;
    }

    LineLog open(String container, int attempt) throws IOException {
        files.delete(name(container, attempt - 2));
        return files.open(name(container, attempt));
    }

    LineLog resume(String container) throws IOException {
        return files.resume(name(container, 0));
    }

    boolean has(String container, int attempt) {
        return files.exists(name(container, attempt));
    }

    void copy(String container, int attempt, LogQuery query, OutputStream out)
            throws IOException, InterruptedException {
        files.copy(name(container, attempt), query, out);
    }

    /** What is told of one that ended badly. */
    String lastWords(String container, int attempt) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            copy(container, attempt, new LogQuery(false, LAST_LINES, Optional.empty(), false, -1), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] all = said.toByteArray();
        int from = Math.max(0, all.length - LAST_BYTES);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    void delete(String container, int attempts) throws IOException {
        for (int i = Math.max(0, attempts - 2); i <= attempts; i++) {
            files.delete(name(container, i));
        }
    }
}
