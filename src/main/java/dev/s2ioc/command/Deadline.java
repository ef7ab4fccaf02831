package dev.s2ioc.command;

import dev.s2ioc.client.ConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** A {@code --timeout}: interrupts the work when the time is up, and says in which phase it was. */
final class Deadline {
    private final Duration limit;
    private volatile String phase = "preparing";
    private boolean done;
    private boolean expired;

    /** @param limit zero for none */
    Deadline(Duration limit) {
        this.limit = limit;
    }

    /** What the work does now, to end the sentence "timed out while". */
    void phase(String phase) {
        this.phase = phase;
    }

    String phase() {
        return phase;
    }

    /** Does the work, in this thread. */
    <T> T within(Callable<T> work) throws IOException, InterruptedException {
        Thread worker = Thread.currentThread();
        Thread timer = limit.isZero() ? null : Thread.ofVirtual().start(() -> expire(worker));
        try {
            return work.call();
        } catch (ConnectionException | IOException | InterruptedException e) {
            if (hasExpired()) {
                throw new CommandFailure(
                        "timed out after " + DurationFlag.words(limit) + " while " + phase, ExitCode.TIMED_OUT);
            }
            throw e;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            finish(timer);
        }
    }

    private void expire(Thread worker) {
        try {
            Thread.sleep(limit);
        } catch (InterruptedException e) {
            return; // The work was done in time.
        }
        synchronized (this) {
            if (!done) {
                expired = true;
                worker.interrupt();
            }
        }
    }

    private synchronized boolean hasExpired() {
        return expired;
    }

    private synchronized void finish(Thread timer) {
        done = true;
        if (timer != null) {
            timer.interrupt();
        }
        if (expired) {
            Thread.interrupted();
        }
    }
}
