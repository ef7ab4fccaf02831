package dev.s2ioc.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A pipe brings what is written, and stops its writer when nobody reads any more. */
class PipeTest {

    @Test
    void a_pipe_brings_everything_in_order() throws IOException {
        byte[] noise = new byte[500_000];
        new Random(2).nextBytes(noise);
        try (Pipe pipe = new Pipe(out -> {
            for (int i = 0; i < noise.length; i += 1000) {
                out.write(noise, i, 1000);
            }
        })) {
            assertArrayEquals(noise, pipe.readAllBytes());
        }
    }

    @Test
    void closing_a_pipe_stops_its_writer() throws Exception {
        var stopped = new CompletableFuture<Throwable>();
        Pipe pipe = new Pipe(out -> {
            try {
                while (true) {
                    out.write(new byte[1000], 0, 1000);
                }
            } catch (IOException e) {
                stopped.complete(e);
                throw e;
            }
        });
        pipe.read();
        pipe.close();
        assertEquals(
                InterruptedIOException.class, stopped.get(60, TimeUnit.SECONDS).getClass());
    }
}
