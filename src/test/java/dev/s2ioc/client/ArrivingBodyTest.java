package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What has arrived is read before a failure is told. */
@Timeout(180)
class ArrivingBodyTest {

    /** Gives the parts one by one as they are asked for, then its end. */
    private static final class Source implements AsyncBody {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final ArrivingBody target;
        private final Throwable failure;
        private final String[] parts;
        private int given;
        private boolean cancelled;

        Source(ArrivingBody target, Throwable failure, String... parts) {
            this.target = target;
            this.failure = failure;
            this.parts = parts;
        }

        @Override
        public void consume() {
            if (given < parts.length) {
                byte[] bytes = parts[given].getBytes(StandardCharsets.UTF_8);
                given++;
                target.consume(List.of(ByteBuffer.allocate(0), ByteBuffer.wrap(bytes)), this);
            }
            if (given == parts.length) {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            }
        }

        @Override
        public CompletableFuture<Void> done() {
            return done;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Test
    void everything_that_came_is_read_to_its_end() throws IOException {
        ArrivingBody body = new ArrivingBody();
        body.from(new Source(body, null, "one ", "", "two"));
        assertEquals("one two", new String(body.readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(-1, body.read());
    }

    @Test
    void what_came_before_a_failure_is_read_before_the_failure_is_told() throws IOException {
        ArrivingBody body = new ArrivingBody();
        body.from(new Source(body, new IOException("reset"), "last words"));
        byte[] bytes = new byte[100];
        assertEquals(10, body.read(bytes, 0, 100));
        assertArrayEquals("last words".getBytes(StandardCharsets.UTF_8), java.util.Arrays.copyOf(bytes, 10));
        IOException failure = assertThrows(IOException.class, () -> body.read(bytes, 0, 100));
        assertEquals("reset", failure.getCause().getMessage());
    }

    @Test
    void closing_gives_the_source_up() {
        ArrivingBody body = new ArrivingBody();
        Source source = new Source(body, null, "one");
        body.from(source);
        body.close();
        assertEquals(true, source.cancelled);
        assertThrows(IOException.class, body::read);
    }
}
