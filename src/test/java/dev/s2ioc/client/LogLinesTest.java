package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** However often and wherever the connection breaks, every byte of the log is shown once. */
class LogLinesTest {
    /** Several lines in a second, equal ones among them, an empty one, odd bytes, and no newline at the end. */
    private static final List<String> LOG = List.of(
            "2026-11-23T05:16:01.100000000Z first\n",
            "2026-11-23T05:16:01.200000000Z same\n",
            "2026-11-23T05:16:01.200000000Z same\n",
            "2026-11-23T05:16:01.300000000Z \n",
            "2026-11-23T05:16:01.300000000Z same again\n",
            "2026-11-23T05:16:02Z odd \u00ff\u0080\u0000 bytes\n",
            "2026-11-23T05:16:02.5Z 2026-11-23T05:16:02.5Z a time of its own\n",
            "2026-11-23T07:16:03.000000001+02:00 the same second\n",
            "2026-11-23T05:16:03.1Z \n",
            "2026-11-23T05:16:03.1Z the end");

    private static final String SHOWN =
            "first\nsame\nsame\n\nsame again\nodd \u00ff\u0080\u0000 bytes\n2026-11-23T05:16:02.5Z a time of its own\n"
                    + "the same second\n\nthe end";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void times_are_taken_off() throws IOException {
        LogLines lines = new LogLines(out, false);
        connection(lines, all(LOG), 0, 1000);
        assertEquals(SHOWN, shown());
    }

    @Test
    void times_stay_if_wanted() throws IOException {
        LogLines lines = new LogLines(out, true);
        connection(lines, all(LOG), 0, 1);
        assertEquals(all(LOG), shown());
    }

    @Test
    void chunks_may_be_cut_anywhere() throws IOException {
        for (int chunk = 1; chunk < 80; chunk++) {
            out.reset();
            connection(new LogLines(out, false), all(LOG), 0, chunk);
            assertEquals(SHOWN, shown(), "chunks of " + chunk);
        }
    }

    @Test
    void one_break_anywhere() throws IOException {
        for (int cut = 0; cut <= all(LOG).length(); cut++) {
            out.reset();
            LogLines lines = new LogLines(out, false);
            broken(lines, all(LOG).substring(0, cut));
            connection(lines, since(lines.since()), 0, 7);
            assertEquals(SHOWN, shown(), "broken after " + cut);
        }
    }

    @Test
    void breaks_all_the_time() throws IOException {
        for (boolean stamps : new boolean[] {false, true}) {
            for (int step = 1; step < 120; step += 3) {
                out.reset();
                LogLines lines = new LogLines(out, stamps);
                for (int length = step; length < 40 * step; length += step) {
                    String rest = since(lines.since());
                    broken(lines, rest.substring(0, Math.min(length, rest.length())));
                }
                connection(lines, since(lines.since()), 0, 11);
                assertEquals(stamps ? all(LOG) : SHOWN, shown(), "steps of " + step);
            }
        }
    }

    @Test
    void a_server_that_knows_no_since_repeats_nothing_either() throws IOException {
        for (int cut = 0; cut <= all(LOG).length(); cut++) {
            out.reset();
            LogLines lines = new LogLines(out, false);
            broken(lines, all(LOG).substring(0, cut));
            connection(lines, all(LOG), 0, 7);
            assertEquals(SHOWN, shown(), "broken after " + cut);
        }
    }

    @Test
    void without_times_the_bytes_are_counted() throws IOException {
        String plain = "no times here\nnor here\n\nend";
        for (int cut = 0; cut <= plain.length(); cut++) {
            out.reset();
            LogLines lines = new LogLines(out, false);
            broken(lines, plain.substring(0, cut));
            connection(lines, plain, 0, 5);
            assertEquals(plain, shown(), "broken after " + cut);
        }
    }

    @Test
    void a_line_of_megabytes_is_shown_as_it_comes() throws IOException {
        String head = "2026-11-23T05:16:01Z ";
        String half = "x".repeat(3_000_000);
        LogLines lines = new LogLines(out, false);
        broken(lines, head + half);
        assertEquals(half.length(), out.size());
        connection(lines, head + half + half + "\n" + "2026-11-23T05:16:02Z end\n", 0, 32768);
        assertEquals(half + half + "\nend\n", shown());
    }

    private static void broken(LogLines lines, String part) throws IOException {
        lines.begin();
        feed(lines, part, 13);
        lines.end(false);
    }

    private static void connection(LogLines lines, String all, int from, int chunk) throws IOException {
        lines.begin();
        feed(lines, all.substring(from), chunk);
        lines.end(true);
    }

    private static void feed(LogLines lines, String text, int size) throws IOException {
        for (int i = 0; i < text.length(); i += size) {
            byte[] chunk = text.substring(i, Math.min(text.length(), i + size)).getBytes(StandardCharsets.ISO_8859_1);
            lines.accept(chunk, chunk.length);
        }
    }

    private String shown() {
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static String all(List<String> log) {
        return String.join("", log);
    }

    /** What a server sends that counts in whole seconds. */
    private static String since(Optional<Instant> since) {
        List<String> lines = new ArrayList<>();
        for (String line : LOG) {
            Instant time = java.time.OffsetDateTime.parse(line.substring(0, line.indexOf(' ')))
                    .toInstant();
            if (since.isEmpty() || !time.isBefore(since.get().truncatedTo(ChronoUnit.SECONDS))) {
                lines.add(line);
            }
        }
        return all(lines);
    }
}
