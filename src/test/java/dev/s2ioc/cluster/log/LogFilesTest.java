package dev.s2ioc.cluster.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Scanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class LogFilesTest {
    private static final LogQuery ALL = new LogQuery(false, -1, Optional.empty(), false, -1);

    @TempDir
    Path directory;

    private Instant now = Instant.parse("2026-11-23T05:16:00Z");
    private LogFiles logs;

    @BeforeEach
    void open() throws IOException {
        logs = new LogFiles(directory, () -> now);
    }

    @Test
    void lines_come_back_as_they_were_with_their_times_if_wanted() throws Exception {
        write("one", "", "three Ω");
        assertEquals("one\n\nthree Ω\n", read(ALL));
        assertEquals("""
                2026-11-23T05:16:01.000000000Z one
                2026-11-23T05:16:02.000000000Z\s
                2026-11-23T05:16:03.000000000Z three Ω
                """, read(new LogQuery(false, -1, Optional.empty(), true, -1)));
    }

    @Test
    void the_tail_counts_lines_and_is_all_when_there_are_fewer() throws Exception {
        write("one", "two", "three");
        assertEquals("two\nthree\n", read(tail(2)));
        assertEquals("one\ntwo\nthree\n", read(tail(9)));
        assertEquals("", read(tail(0)));
    }

    @Test
    void since_leaves_earlier_lines_out_and_the_limit_cuts() throws Exception {
        write("one", "two", "three");
        Optional<Instant> second = Optional.of(Instant.parse("2026-11-23T05:16:02Z"));
        assertEquals("two\nthree\n", read(new LogQuery(false, -1, second, false, -1)));
        assertEquals("one\ntw", read(new LogQuery(false, -1, Optional.empty(), false, 6)));
    }

    @Test
    void long_logs_come_through_whole() throws Exception {
        String line = "x".repeat(100_000);
        write(line, "end", line);
        assertEquals(line + "\nend\n" + line + "\n", read(ALL));
        assertEquals("end\n" + line + "\n", read(tail(2)));
    }

    @Test
    void a_follower_sees_each_line_when_it_is_written_and_ends_with_the_log() throws Exception {
        LineLog log = logs.open("uid");
        log.accept("before");
        PipedInputStream in = new PipedInputStream();
        OutputStream out = new PipedOutputStream(in);
        Thread follower = Thread.ofPlatform().start(() -> follow(out));
        Scanner lines = new Scanner(in, StandardCharsets.UTF_8);
        assertEquals("before", lines.nextLine());
        log.accept("now");
        assertEquals("now", lines.nextLine());
        log.close();
        assertFalse(lines.hasNextLine());
        follower.join();
    }

    private void follow(OutputStream out) {
        try (out) {
            logs.copy("uid", new LogQuery(true, -1, Optional.empty(), false, -1), out);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String... lines) throws IOException {
        try (LineLog log = logs.open("uid")) {
            for (String line : lines) {
                now = now.plusSeconds(1);
                log.accept(line);
            }
        }
    }

    private static LogQuery tail(long lines) {
        return new LogQuery(false, lines, Optional.empty(), false, -1);
    }

    private String read(LogQuery query) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        logs.copy("uid", query, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
