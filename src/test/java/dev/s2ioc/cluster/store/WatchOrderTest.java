package dev.s2ioc.cluster.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many writers and many watchers: each watcher sees every revision, once and in order. */
@Timeout(300)
class WatchOrderTest {
    private static final int WRITERS = 10;
    private static final int WRITES = 60;
    private static final int WATCHERS = 30;
    private static final Key KEY = new Key("things", "ns", "contested");

    @Test
    void every_watcher_sees_every_revision_once_and_in_order(@TempDir Path directory) throws Exception {
        try (Store store = Store.open(directory.resolve("cluster.db"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ObjectNode object = Json.object();
            object.putObject("metadata").put("name", "contested");
            store.create(KEY, object.put("count", 0));
            long first = store.revision() + 1;
            long last = store.revision() + WRITERS * WRITES;
            List<Future<List<Long>>> watchers = new ArrayList<>();
            for (int i = 0; i < WATCHERS; i++) {
                Duration pause = Duration.ofMillis(i % 3);
                watchers.add(threads.submit(seen(store, first - 1, last, pause)));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> write(store)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertEquals(
                    WRITERS * WRITES, store.get(KEY).orElseThrow().path("count").asInt());
            List<Long> all = LongStream.rangeClosed(first, last).boxed().toList();
            for (Future<List<Long>> watcher : watchers) {
                assertEquals(all, watcher.get());
            }
            assertEquals(all, seen(store, first - 1, last, Duration.ZERO).call(), "a latecomer");
        }
    }

    private static void write(Store store) {
        for (int i = 0; i < WRITES; i++) {
            store.update(KEY, old -> old.put("count", old.path("count").asInt() + 1));
        }
    }

    private static Callable<List<Long>> seen(Store store, long from, long last, Duration pause) {
        return () -> {
            Watch watch = store.watch("things", "ns", from);
            List<Long> revisions = new ArrayList<>();
            while (revisions.isEmpty() || revisions.getLast() < last) {
                Event event = watch.next(Duration.ofSeconds(60)).orElseThrow();
                revisions.add(event.revision());
                Thread.sleep(pause);
            }
            return revisions;
        };
    }
}
