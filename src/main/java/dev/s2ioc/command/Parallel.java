package dev.s2ioc.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Runs tasks beside each other, but not more than so many at a time. */
public final class Parallel {

    /** Something that may fail as input and output do. */
    public interface Task {
        void run() throws IOException, InterruptedException;
    }

    private final Semaphore places;

    public Parallel(int most) {
        if (most < 1) {
            throw new CommandFailure("the number of requests at a time must be at least 1");
        }
        this.places = new Semaphore(most);
    }

    /** Starts all of them in their order and waits for their ends; answers why some failed. */
    public List<Exception> run(List<Task> tasks) throws InterruptedException {
        List<Exception> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> futures = new ArrayList<>();
            try {
                for (Task task : tasks) {
                    // Here, not in the task: threads that wait for a place get it in any order.
                    places.acquire();
                    futures.add(threads.submit(() -> {
                        try {
                            task.run();
                        } finally {
                            places.release();
                        }
                        return null;
                    }));
                }
                for (Future<?> future : futures) {
                    await(future, failures);
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                throw e;
            }
        }
        return failures;
    }

    private static void await(Future<?> future, List<Exception> failures) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> failures.add(cause);
                case CommandFailure cause -> failures.add(cause);
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Throws the first failure, if there is one. */
    public static void requireAll(List<Exception> failures) throws IOException {
        if (!failures.isEmpty()) {
            Exception first = failures.getFirst();
            failures.subList(1, failures.size()).forEach(first::addSuppressed);
            if (first instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) first;
        }
    }
}
