package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.console.Streams;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prints logs: one after the other, or all at once when they are followed. */
final class LogOutput {
    private final Streams streams;
    private final boolean follow;
    private final boolean ignoreErrors;

    LogOutput(Streams streams, boolean follow, boolean ignoreErrors) {
        this.streams = streams;
        this.follow = follow;
        this.ignoreErrors = ignoreErrors;
    }

    /** @param most how many logs may be followed at once */
    void copy(List<LogSource> sources, int most) throws IOException, InterruptedException {
        if (!follow || sources.size() == 1) {
            for (LogSource source : sources) {
                copy(source, source.prefix().isEmpty() ? checked() : new LineOutput(streams.out(), source.prefix()));
            }
            return;
        }
        if (sources.size() > most) {
            throw new CommandFailure("you are attempting to follow " + sources.size()
                    + " log streams, but maximum allowed concurrency is " + most
                    + ", use --max-log-requests to increase the limit");
        }
        together(sources);
    }

    private OutputStream checked() {
        return new CheckedOutput(streams.out());
    }

    private void copy(LogSource source, OutputStream out) throws IOException, InterruptedException {
        try (out) {
            if (follow) {
                source.log().follow(out);
            } else {
                source.log().copyTo(out);
            }
        } catch (ApiException | ConnectionException e) {
            if (!ignoreErrors) {
                throw e;
            }
            streams.err().println("error: " + source.name() + ": " + e.getMessage());
        }
    }

    private void together(List<LogSource> sources) throws IOException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> logs = new ArrayList<>();
            for (LogSource source : sources) {
                logs.add(threads.submit(() -> {
                    copy(source, new LineOutput(streams.out(), source.prefix()));
                    return null;
                }));
            }
            try {
                for (Future<?> log : logs) {
                    log.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw unwrapped(e.getCause());
            }
        }
    }

    private static RuntimeException unwrapped(Throwable failure) throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }
}
