package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A terminal sees a line that goes away; a pipe sees what oc prints. */
@Timeout(180)
class UploadNoticeTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private UploadNotice notice(boolean terminal, Duration between) throws IOException {
        Streams streams = new Streams(
                InputStream.nullInputStream(),
                System.out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Terminal(terminal, terminal, terminal, false, 80));
        BinaryInput input =
                BinaryInput.ofStream("file \"x\"", Optional.of("x"), new ByteArrayInputStream(new byte[1500]));
        input.stream().readAllBytes();
        return terminal ? new UploadNotice(streams, input) : new UploadNotice(streams, input, between);
    }

    @Test
    void a_line_on_a_terminal_is_redrawn_and_taken_away() throws Exception {
        UploadNotice notice = notice(true, Duration.ZERO);
        notice.phase("waiting for the build to start");
        while (!err.toString(StandardCharsets.UTF_8).contains("\r")) {
            Thread.sleep(20);
        }
        notice.finished();
        notice.close();
        assertEquals(
                "Uploading file \"x\" as binary input for the build ...\n"
                        + "<1.5 kB sent, N/s, waiting for the build to start><\nUploading finished\n",
                err.toString(StandardCharsets.UTF_8)
                        .replace("\r\u001b[K", "<")
                        .replaceAll("[0-9.]+ k?B/s", "N/s")
                        .replaceFirst("start<", "start><")
                        .replaceAll("(<1.5 kB[^<]*)+><", "<1.5 kB sent, N/s, waiting for the build to start><"));
    }

    @Test
    void a_short_upload_in_a_pipe_has_no_lines() throws IOException {
        UploadNotice notice = notice(false, Duration.ofSeconds(10));
        notice.finished();
        assertEquals(
                "Uploading file \"x\" as binary input for the build ...\n\nUploading finished\n",
                err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_long_upload_in_a_pipe_has_a_line_now_and_then() throws Exception {
        UploadNotice notice = notice(false, Duration.ofMillis(20));
        while (err.toString(StandardCharsets.UTF_8).lines().count() < 3) {
            Thread.sleep(20);
        }
        notice.finished();
        assertEquals(
                "Uploading file \"x\" as binary input for the build ...\n1.5 kB sent, N/s\n\nUploading finished\n",
                err.toString(StandardCharsets.UTF_8)
                        .replaceAll("[0-9.]+ k?B/s", "N/s")
                        .replaceAll("(1.5 kB sent, N/s\n)+", "1.5 kB sent, N/s\n"));
    }

    @Test
    void sizes_are_short() {
        assertEquals(
                "0 B, 999 B, 1.0 kB, 1.0 MB, 1.5 GB",
                String.join(
                        ", ",
                        UploadNotice.bytes(0),
                        UploadNotice.bytes(999),
                        UploadNotice.bytes(1000),
                        UploadNotice.bytes(999_999),
                        UploadNotice.bytes(1_500_000_000)));
    }
}
