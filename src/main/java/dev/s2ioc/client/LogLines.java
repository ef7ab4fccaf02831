package dev.s2ioc.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A log that comes in several connections, shown once. On the wire each line begins with its time; a new connection is asked
 * for from the last second on, and of that second the lines that were shown already are left out. If a server sends no
 * times, the bytes that were shown are counted instead. All bytes but the times pass unchanged.
 */
final class LogLines {
    /** {@code 2026-11-23T05:16:02.123456789+01:00 } is the longest there is. */
    private static final int LONGEST_STAMP = 36;

    /** A line of which the connection gave only the beginning: its raw length and fingerprint so far. */
    private record Begun(long length, long fingerprint) {}

    private enum State {
        /** Reading the time at the beginning of a line. */
        STAMP,
        /** The line is shown as it comes. */
        SHOWN,
        /** The line may have been shown before: it is held until its end decides. */
        HELD,
        /** The line was shown before. */
        LEFT_OUT,
        /** The server sends no times. */
        UNSTAMPED
    }

    private final OutputStream out;
    private final boolean keepStamps;

    private Instant second;
    private final Map<Long, Integer> shown = new HashMap<>();
    private Begun begun;
    private long bytes;

    private boolean resumed;
    private Instant resumedSecond;
    private Map<Long, Integer> again = Map.of();
    private Begun begunBefore;
    private long bytesAgain;

    private State state = State.STAMP;
    private boolean unstamped;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long length;
    private long fingerprint = Fingerprint.NONE;
    private Instant lineSecond;

    /** @param keepStamps whether the user wants to see the times */
    LogLines(OutputStream out, boolean keepStamps) {
        this.out = out;
        this.keepStamps = keepStamps;
    }

    /** From when on the next connection should be asked for; empty before the first line. */
    Optional<Instant> since() {
        return Optional.ofNullable(second);
    }

    /** Whether anything has been shown. */
    boolean any() {
        return bytes > 0;
    }

    boolean isUnstamped() {
        return unstamped;
    }

    /** A new connection begins. */
    void begin() {
        resumedSecond = second;
        again = new HashMap<>(shown);
        begunBefore = begun;
        bytesAgain = bytes;
        resumed = any();
        newLine();
        if (unstamped) {
            state = State.UNSTAMPED;
        }
    }

    private void newLine() {
        state = State.STAMP;
        held.reset();
        length = 0;
        fingerprint = Fingerprint.NONE;
    }

    void accept(byte[] chunk, int size) throws IOException {
        int from = 0;
        while (from < size) {
            from = switch (state) {
                case STAMP -> stamp(chunk, from, size);
                case UNSTAMPED -> unstamped(chunk, from, size);
                case SHOWN, HELD, LEFT_OUT -> line(chunk, from, size);
            };
        }
        out.flush();
    }

    private int stamp(byte[] chunk, int from, int size) throws IOException {
        for (int i = from; i < size; i++) {
            held.write(chunk[i]);
            if (chunk[i] == ' ' || chunk[i] == '\n' || held.size() > LONGEST_STAMP) {
                stamped(held.toByteArray());
                return i + 1;
            }
        }
        return size;
    }

    private void stamped(byte[] head) throws IOException {
        Optional<Instant> time = time(head);
        if (time.isEmpty() && second == null) {
            unstamped = true;
            state = State.UNSTAMPED;
            unstamped(head, 0, head.length);
            return;
        }
        lineSecond = time.map(t -> t.truncatedTo(ChronoUnit.SECONDS)).orElse(second);
        held.reset();
        if (resumed && lineSecond.isBefore(resumedSecond)) {
            state = State.LEFT_OUT;
        } else if (resumed && lineSecond.equals(resumedSecond)) {
            state = State.HELD;
        } else {
            state = State.SHOWN;
            reached(lineSecond);
        }
        if (state == State.SHOWN && time.isPresent() && !keepStamps) {
            measure(head, 0, head.length);
        } else {
            line(head, 0, head.length);
        }
    }

    private static Optional<Instant> time(byte[] head) {
        if (head.length < 20 || head[head.length - 1] != ' ') {
            return Optional.empty();
        }
        try {
            String text = new String(head, 0, head.length - 1, StandardCharsets.ISO_8859_1);
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void reached(Instant time) {
        if (second == null || time.isAfter(second)) {
            second = time;
            shown.clear();
        }
    }

    private int line(byte[] chunk, int from, int size) throws IOException {
        int end = from;
        while (end < size && chunk[end] != '\n') {
            end++;
        }
        boolean complete = end < size;
        end += complete ? 1 : 0;
        measure(chunk, from, end);
        if (state == State.SHOWN) {
            show(chunk, from, end - from);
            begun = complete ? null : new Begun(length, fingerprint);
        } else if (state == State.HELD) {
            held.write(chunk, from, end - from);
        }
        if (complete) {
            complete();
        }
        return end;
    }

    private void measure(byte[] chunk, int from, int to) {
        length += to - from;
        fingerprint = Fingerprint.of(fingerprint, chunk, from, to);
    }

    private void complete() throws IOException {
        if (state == State.HELD) {
            decide();
        }
        if (state == State.SHOWN && lineSecond.equals(second)) {
            shown.merge(fingerprint, 1, Integer::sum);
        }
        newLine();
    }

    /** Shows a held line, or the rest of it, unless it was shown before. */
    private void decide() throws IOException {
        byte[] raw = held.toByteArray();
        if (again.merge(fingerprint, -1, Integer::sum) >= 0) {
            state = State.LEFT_OUT;
            return;
        }
        state = State.SHOWN;
        int stamp = keepStamps || time(head(raw)).isEmpty() ? 0 : head(raw).length;
        if (isContinuation(raw)) {
            stamp = (int) begunBefore.length();
            begunBefore = null;
        }
        show(raw, stamp, raw.length - stamp);
        begun = null;
    }

    private boolean isContinuation(byte[] raw) {
        return begunBefore != null
                && raw.length >= begunBefore.length()
                && Fingerprint.of(Fingerprint.NONE, raw, 0, (int) begunBefore.length()) == begunBefore.fingerprint();
    }

    private static byte[] head(byte[] raw) {
        int end = 0;
        while (end < raw.length && end < LONGEST_STAMP && raw[end] != ' ') {
            end++;
        }
        return java.util.Arrays.copyOf(raw, Math.min(raw.length, end + 1));
    }

    private int unstamped(byte[] chunk, int from, int size) throws IOException {
        int skipped = (int) Math.min(bytesAgain, size - from);
        bytesAgain -= skipped;
        show(chunk, from + skipped, size - from - skipped);
        return size;
    }

    private void show(byte[] chunk, int from, int count) throws IOException {
        out.write(chunk, from, count);
        bytes += count;
    }

    /**
     * The connection has ended.
     *
     * @param whole with the log's own end, so that what is held is a last line without its newline
     */
    void end(boolean whole) throws IOException {
        if (state == State.STAMP && held.size() > 0 && whole) {
            stamped(held.toByteArray());
        }
        if (state == State.HELD && whole && length > 0) {
            long measured = length;
            long print = fingerprint;
            decide();
            if (state == State.SHOWN) {
                begun = new Begun(measured, print);
            }
        }
        out.flush();
    }
}
