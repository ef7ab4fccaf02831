package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.engine.Output;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Holds a program's output back until its caller can take it: the program starts first, for it may be refused. */
final class LateOutput implements Output {
    private final CompletableFuture<Output> target = new CompletableFuture<>();

    void to(Output output) {
        target.complete(output);
    }

    void nowhere(Exception why) {
        target.completeExceptionally(why);
    }

    @Override
    public void write(Stream stream, byte[] bytes, int offset, int length) throws IOException {
        try {
            target.get().write(stream, bytes, offset, length);
        } catch (ExecutionException e) {
            throw new IOException("nobody takes the output", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
