package dev.s2ioc.command;

import static dev.s2ioc.testing.StreamingApi.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import dev.s2ioc.client.Log;
import dev.s2ioc.client.LogOptions;
import dev.s2ioc.client.Session;
import dev.s2ioc.client.Talk;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.StreamingApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A followed log survives what servers and proxies do to it, and ends when there is no more to come. */
@Timeout(180)
class FollowedLogTest {
    private static final String B = "/apis/build.openshift.io/v1/namespaces/demo";
    private static final String BUILD = "GET " + B + "/builds/hello-1";
    private static final String LOG = BUILD + "/log";

    @TempDir
    Path dir;

    private final StreamingApi api = StreamingApi.start();
    private final CountDownLatch over = new CountDownLatch(1);

    @BeforeEach
    void a_build_that_runs() {
        api.on(BUILD, 200, build("Running"));
    }

    @AfterEach
    void stop_the_server() {
        over.countDown();
        api.close();
    }

    private static String build(String phase) {
        return "{\"metadata\":{\"name\":\"hello-1\",\"namespace\":\"demo\"},\"status\":{\"phase\":\"" + phase + "\"}}";
    }

    private Ran follow() {
        return api.s2ioc(dir, "logs", "-f", "build/hello-1");
    }

    /** Sends a part of the log and breaks the connection. */
    private static void broken(HttpExchange exchange, String part) throws IOException {
        write(exchange, part);
        throw new IOException("broken on purpose");
    }

    private static void write(HttpExchange exchange, String part) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    @Test
    void a_stream_that_breaks_in_a_line_is_taken_up_again() {
        api.on(LOG, exchange -> broken(exchange, "2026-11-23T05:16:01.5Z one\n2026-11-23T05:16:02.5Z tw"));
        api.on(LOG, exchange -> broken(exchange, "2026-11-23T05:16:02.1Z"));
        api.on(LOG, 200, "2026-11-23T05:16:02.5Z two\n2026-11-23T05:16:03Z three\n");
        api.on(BUILD, 200, build("Complete"));
        assertEquals(new Ran(0, "one\ntwo\nthree\n", ""), follow());
        assertEquals(
                "GET " + B + "/builds/hello-1/log?follow=true&timestamps=true&sinceTime=2026-11-23T05%3A16%3A02Z",
                api.requests().get(2));
    }

    @Test
    void a_stream_that_ends_while_the_build_runs_is_taken_up_again() {
        api.on(LOG, 200, "2026-11-23T05:16:01.5Z one\n");
        api.on(LOG, 200, "2026-11-23T05:16:01.5Z one\n2026-11-23T05:16:02Z two\n");
        api.on(BUILD, 200, build("Running"));
        api.on(BUILD, 200, build("Complete"));
        assertEquals(new Ran(0, "one\ntwo\n", ""), follow());
    }

    @Test
    void a_build_that_waits_long_is_asked_for_again() {
        api.on(
                LOG,
                400,
                "{\"kind\":\"Status\",\"reason\":\"BadRequest\",\"message\":"
                        + "\"unable to wait for build hello-1 to run: timed out waiting for the condition\"}");
        api.on(LOG, 200, "2026-11-23T05:16:01Z one\n");
        api.on(BUILD, 200, build("Pending"));
        api.on(BUILD, 200, build("Complete"));
        assertEquals(new Ran(0, "one\n", ""), follow());
    }

    @Test
    void a_server_out_of_order_is_asked_again() {
        api.on(LOG, 500, "{\"kind\":\"Status\",\"message\":\"etcd leader changed\"}");
        api.on(LOG, 200, "2026-11-23T05:16:01Z one\n");
        api.on(BUILD, 200, build("Complete"));
        assertEquals(new Ran(0, "one\n", ""), follow());
    }

    @Test
    void a_trouble_that_does_not_pass_at_once_is_told_and_so_is_its_end() {
        for (int i = 0; i < 4; i++) {
            api.on(LOG, 503, "{\"kind\":\"Status\",\"message\":\"overloaded\"}");
        }
        api.on(LOG, 200, "2026-11-23T05:16:01Z one\n");
        api.on(BUILD, 200, build("Complete"));
        assertEquals(new Ran(0, "one\n", """
                The server does not answer (overloaded); trying again for up to 2 minutes ...
                The server answers again.
                """), follow());
    }

    @Test
    void a_final_refusal_ends_it() {
        api.on(
                LOG,
                400,
                "{\"kind\":\"Status\",\"reason\":\"BadRequest\",\"message\":"
                        + "\"build hello-1 was cancelled. No logs are available.\"}");
        assertEquals(
                new Ran(1, "", "Error from server (BadRequest): build hello-1 was cancelled. No logs are available.\n"),
                follow());
    }

    @Test
    void a_build_that_is_cancelled_while_it_is_followed_has_no_more_to_show() {
        api.on(LOG, exchange -> broken(exchange, "2026-11-23T05:16:01Z one\n"));
        api.on(
                LOG,
                400,
                "{\"kind\":\"Status\",\"reason\":\"BadRequest\",\"message\":\"build hello-1 was cancelled.\"}");
        api.on(BUILD, 200, build("Cancelled"));
        assertEquals(new Ran(0, "one\n", ""), follow());
    }

    @Test
    void the_first_line_is_shown_when_it_comes() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        api.on(LOG, exchange -> {
            write(exchange, "2026-11-23T05:16:01Z one\n");
            seen.await();
            exchange.getResponseBody().write("2026-11-23T05:16:02Z two\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        api.on(BUILD, 200, build("Complete"));
        ByteArrayOutputStream shown = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                if (toString(StandardCharsets.UTF_8).equals("one\n")) {
                    seen.countDown();
                }
            }
        };
        var session = new Session(
                ClientConfig.of(URI.create(api.url()), "demo"), new Talk(System.err, 0, false, Clock.systemUTC()));
        try (session) {
            Log.ofBuild(session, "hello-1", LogOptions.ALL).follow(shown);
        }
        assertEquals("one\ntwo\n", shown.toString(StandardCharsets.UTF_8));
    }

    @Test
    void start_build_gives_the_log_up_with_its_time() {
        api.on("POST " + B + "/buildconfigs/hello/instantiate", 201, build("New"));
        api.on(LOG, exchange -> {
            write(exchange, "2026-11-23T05:16:01Z one\n");
            over.await();
        });
        int seconds = 1;
        Ran ran = api.s2ioc(dir, "start-build", "hello", "-F", "--timeout=1s");
        // On a busy machine the time may be up before the build is even asked for.
        while (!ran.out().endsWith("one\n") && seconds < 16) {
            seconds *= 2;
            ran = api.s2ioc(dir, "start-build", "hello", "-F", "--timeout=" + seconds + "s");
        }
        assertEquals(
                new Ran(
                        5,
                        "build.build.openshift.io/hello-1 started\none\n",
                        "error: timed out after " + seconds + "s while building; the build hello-1 goes on\n"),
                ran);
    }

    @Test
    void a_refused_log_does_not_hide_the_builds_result() {
        api.on("POST " + B + "/buildconfigs/hello/instantiate", 201, build("New"));
        api.on(
                LOG,
                exchange -> answer(exchange, 403, "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"message\":\"no\"}"));
        api.on("GET " + B + "/builds", 200, "{\"type\":\"MODIFIED\",\"object\":" + build("Error") + "}\n");
        assertEquals(
                new Ran(3, "build.build.openshift.io/hello-1 started\n", """
                        Failed to stream the build logs - to view the logs, run s2ioc logs build/hello-1
                        Error: unable to stream the build logs; caused by: no
                        error: the build demo/hello-1 status is "Error"
                        To look further: s2ioc explain-failure hello-1
                        """),
                api.s2ioc(dir, "start-build", "hello", "-F"));
    }
}
