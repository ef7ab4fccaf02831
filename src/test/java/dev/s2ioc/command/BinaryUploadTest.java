package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.StreamingApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent arrives whole or not at all, and an upload that is in vain ends soon and says why. */
@Timeout(180)
class BinaryUploadTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo";
    private static final String UPLOAD = "POST " + B + "/buildconfigs/hello/instantiatebinary";
    private static final String STARTED =
            "{\"kind\":\"Build\",\"apiVersion\":\"build.openshift.io/v1\",\"metadata\":{\"name\":\"hello-1\"}}";
    private static final String NOTICE = "Uploading directory \"src\" as binary input for the build ...\n";

    @TempDir
    Path dir;

    private final StreamingApi api = StreamingApi.start();
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void tell_the_server() throws IOException {
        api.on("GET " + B + "/buildconfigs/hello", 200, """
                {"metadata":{"name":"hello"},"spec":{"strategy":{"sourceStrategy":{}}},"status":{"lastVersion":0}}""");
        Files.createDirectory(dir.resolve("src"));
        byte[] noise = new byte[20_000_000];
        new Random(7).nextBytes(noise);
        Files.write(dir.resolve("src/noise"), noise);
        Files.writeString(dir.resolve("src/small"), "small");
    }

    @AfterEach
    void stop_the_server() {
        over.countDown();
        api.close();
    }

    private Ran start(String... more) {
        List<String> words = new ArrayList<>(List.of("start-build", "hello", "--from-dir=src"));
        words.addAll(List.of(more));
        return api.s2ioc(dir, words.toArray(String[]::new));
    }

    /** A server that waits for the build's pod and so reads nothing. */
    private void readNothing(HttpExchange exchange) throws InterruptedException {
        over.await();
    }

    @Test
    void all_of_it_arrives() {
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        api.on(UPLOAD, exchange -> {
            received.complete(exchange.getRequestBody().readAllBytes());
            StreamingApi.answer(exchange, 201, STARTED);
        });
        assertEquals(
                new Ran(0, "build.build.openshift.io/hello-1 started\n", NOTICE + "\nUploading finished\n"), start());
        assertEquals(List.of("noise 20000000", "small 5"), listing(received.join()));
    }

    private static List<String> listing(byte[] archive) {
        List<String> lines = new ArrayList<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                lines.add(entry.getName() + " " + tar.readAllBytes().length);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return lines;
    }

    @Test
    void a_busy_server_is_not_sent_the_rest_of_a_spent_stream() {
        api.on(UPLOAD, exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "0");
            StreamingApi.answer(
                    exchange, 503, "{\"kind\":\"Status\",\"message\":\"busy\",\"reason\":\"ServiceUnavailable\"}");
        });
        assertEquals(new Ran(1, "", NOTICE + "Error from server (ServiceUnavailable): busy\n"), start());
        assertEquals(
                1,
                api.requests().stream()
                        .filter(request -> request.startsWith("POST"))
                        .count());
    }

    @Test
    void a_refusal_before_the_end_of_the_upload_is_heard() {
        api.on(UPLOAD, exchange -> {
            byte[] refusal = "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"message\":\"no quota\"}".getBytes();
            exchange.sendResponseHeaders(403, refusal.length);
            exchange.getResponseBody().write(refusal);
            exchange.close();
        });
        assertEquals(new Ran(1, "", NOTICE + "Error from server (Forbidden): no quota\n"), start());
    }

    @ParameterizedTest
    @CsvSource({
        "4, build hello-1 was cancelled: ",
        "3, build hello-1 failed: InvalidOutputReference: Output image could not be resolved.",
        "3, build hello-1 encountered an error: No logs are available.",
        "1, build hello-1 waits for you",
    })
    void a_build_that_ends_before_it_has_its_input_gives_the_exit_code(int code, String message) {
        api.on(
                UPLOAD,
                exchange -> StreamingApi.answer(
                        exchange,
                        400,
                        "{\"kind\":\"Status\",\"reason\":\"BadRequest\",\"message\":\"" + message + "\"}"));
        assertEquals(new Ran(code, "", NOTICE + "Error from server (BadRequest): " + message + "\n"), start());
    }

    @Test
    void a_file_that_shrinks_while_it_is_sent_breaks_the_upload() throws Exception {
        CompletableFuture<Throwable> seen = new CompletableFuture<>();
        api.on(UPLOAD, exchange -> {
            exchange.getRequestBody().readNBytes(1000);
            Files.write(dir.resolve("src/noise"), new byte[10]);
            seen.complete(assertThrows(
                    IOException.class, () -> exchange.getRequestBody().readAllBytes()));
        });
        assertEquals(
                new Ran(
                        1,
                        "",
                        NOTICE + "error: " + dir.toRealPath().resolve("src/noise")
                                + ": the file became shorter while it was being sent\n"),
                start());
        seen.get(60, TimeUnit.SECONDS);
    }

    @Test
    void the_build_is_watched_and_its_end_stops_the_upload() {
        api.on(UPLOAD, this::readNothing);
        api.on("GET " + B + "/builds", 200, """
                {"metadata":{"resourceVersion":"5"},"items":[{"metadata":{"name":"hello-1","namespace":"demo","annotations":
                {"openshift.io/build-config.name":"hello","openshift.io/build.number":"1"}},"status":{"phase":"Failed",
                "reason":"InvalidOutputReference","message":"Output image could not be resolved."}}]}""");
        assertEquals(new Ran(3, "", NOTICE + """
                        error: the build demo/hello-1 status is "Failed"
                        InvalidOutputReference: Output image could not be resolved.
                        To look further: s2ioc explain-failure hello-1
                        """), start());
    }

    @Test
    void an_upload_of_which_nothing_moves_is_given_up() {
        api.on(UPLOAD, this::readNothing);
        Ran ran = start("--stall-timeout=300ms");
        assertEquals(
                new Ran(
                        5,
                        "",
                        NOTICE + "error: the upload stalled while sending: nothing has moved for 300ms, N were sent\n"),
                new Ran(ran.code(), ran.out(), ran.err().replaceFirst("[0-9.]+ [kMG]?B were", "N were")));
    }

    @Test
    void a_timeout_names_the_phase() {
        api.on(UPLOAD, this::readNothing);
        int seconds = 1;
        Ran ran = start("--timeout=1s");
        // On a busy machine the time may be up before anything is sent.
        while (ran.err().contains("preparing") && seconds < 16) {
            seconds *= 2;
            ran = start("--timeout=" + seconds + "s");
        }
        assertEquals(new Ran(5, "", NOTICE + "error: timed out after " + seconds + "s while sending\n"), ran);
    }

    @Test
    void a_server_that_hangs_up_is_told() {
        api.on(UPLOAD, exchange -> {
            exchange.getRequestBody().readNBytes(1000);
            throw new IOException("hang up");
        });
        Ran ran = start();
        assertEquals(1, ran.code());
        assertEquals("", ran.out());
        assertEquals(
                NOTICE + "error: the connection to the server HOST was lost while sending (WHY); N were sent\n"
                        + "To see whether a build has started nevertheless: s2ioc get builds\n",
                ran.err()
                        .replaceFirst("server \\S+ was", "server HOST was")
                        .replaceFirst("\\(.*\\); [0-9.]+ [kMG]?B were", "(WHY); N were"));
    }
}
