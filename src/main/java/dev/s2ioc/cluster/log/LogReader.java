package dev.s2ioc.cluster.log;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads a log's file from its place on, line by line, while it may still grow. */
final class LogReader implements Closeable {
    private static final int CHUNK = 1 << 16;

    private RandomAccessFile file;
    private final LogQuery query;
    private final OutputStream out;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long position = -1;
    private long left;

    LogReader(RandomAccessFile file, LogQuery query, OutputStream out) {
        this.file = file;
        this.query = query;
        this.out = out;
        this.left = query.limitBytes() < 0 ? Long.MAX_VALUE : query.limitBytes();
    }

    /** @param turn which of the log's files this has begun with */
    void follow(LineLog log, int turn) throws IOException, InterruptedException {
        int now = turn;
        while (left > 0) {
            long end = log.awaitLongerThan(now, position);
            if (end == LineLog.TURNED) {
                copyUpTo(file.length());
                file.close();
                LineLog.Opened next = log.open();
                now = next.turn();
                file = next.file();
                position = 0;
            } else if (end <= position) {
                return;
            } else {
                copyUpTo(end);
            }
        }
    }

    /** Copies the lines up to an offset and sends them off. */
    void copyUpTo(long end) throws IOException {
        if (position < 0) {
            position = query.tail() < 0 ? 0 : startOfTail(end);
        }
        byte[] chunk = new byte[CHUNK];
        file.seek(position);
        while (position < end && left > 0) {
            int n = file.read(chunk, 0, (int) Math.min(chunk.length, end - position));
            if (n < 0) {
                break;
            }
            position += n;
            take(chunk, n);
        }
        out.flush();
    }

    private void take(byte[] chunk, int length) throws IOException {
        int from = 0;
        for (int i = 0; i < length; i++) {
            if (chunk[i] == '\n') {
                line.write(chunk, from, i + 1 - from);
                write(line.toByteArray());
                line.reset();
                from = i + 1;
            }
        }
        line.write(chunk, from, length - from);
    }

    private void write(byte[] timed) throws IOException {
        int blank = 0;
        while (timed[blank] != ' ') {
            blank++;
        }
        if (query.since().isPresent()
                && Instant.parse(new String(timed, 0, blank, StandardCharsets.US_ASCII))
                        .isBefore(query.since().get())) {
            return;
        }
        int start = query.timestamps() ? 0 : blank + 1;
        int length = (int) Math.min(left, timed.length - start);
        out.write(timed, start, length);
        left -= length;
    }

    /** Looks from the end for the line end before the wanted lines. */
    private long startOfTail(long end) throws IOException {
        long wanted = query.tail();
        byte[] chunk = new byte[CHUNK];
        // The last line's own end does not count.
        long to = Math.max(0, end - 1);
        if (wanted == 0) {
            return end;
        }
        while (to > 0) {
            int n = (int) Math.min(chunk.length, to);
            file.seek(to - n);
            file.readFully(chunk, 0, n);
            for (int i = n - 1; i >= 0; i--) {
                if (chunk[i] == '\n' && --wanted == 0) {
                    return to - n + i + 1;
                }
            }
            to -= n;
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
