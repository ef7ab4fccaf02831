package dev.s2ioc.cluster.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeyQueueTest {
    private static final Key A = new Key("pods", "demo", "a");
    private static final Key B = new Key("pods", "demo", "b");

    private final BlockingQueue<Key> worked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

    @Test
    void a_key_that_is_added_twice_is_worked_at_once() throws Exception {
        KeyQueue queue = new KeyQueue("test", worked::add, failures::add);
        queue.add(A, Duration.ZERO);
        queue.add(A, Duration.ZERO);
        queue.add(B, Duration.ofMillis(20));
        queue.start();
        // Two keys may be worked at at the same time, and on a busy machine both may be due by now.
        assertEquals(Set.of(A, B), new HashSet<>(List.of(take(), take())));
        queue.close();
        assertTrue(worked.isEmpty());
    }

    @Test
    void the_sooner_time_counts() throws Exception {
        KeyQueue queue = new KeyQueue("test", worked::add, failures::add);
        queue.start();
        queue.add(A, Duration.ofHours(1));
        queue.add(A, Duration.ZERO);
        assertEquals(A, take());
        queue.close();
    }

    @Test
    void a_key_in_work_waits_for_its_turn_and_is_not_forgotten() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        KeyQueue queue = new KeyQueue(
                "test",
                key -> {
                    most.accumulateAndGet(together.incrementAndGet(), Math::max);
                    worked.add(key);
                    await(go);
                    together.decrementAndGet();
                },
                failures::add);
        queue.start();
        queue.add(A, Duration.ZERO);
        assertEquals(A, take());
        queue.add(A, Duration.ZERO);
        Thread.sleep(20);
        go.countDown();
        assertEquals(A, take());
        queue.close();
        assertEquals(1, most.get());
    }

    @Test
    void what_failed_is_tried_again_and_told() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        KeyQueue queue = new KeyQueue(
                "test",
                key -> {
                    worked.add(key);
                    if (calls.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                },
                failures::add);
        queue.start();
        queue.add(A, Duration.ZERO);
        assertEquals(List.of(A, A, A), List.of(take(), take(), take()));
        queue.close();
        assertEquals(2, failures.size());
    }

    private Key take() throws InterruptedException {
        return worked.poll(60, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
