package dev.s2ioc.cluster.build;

import dev.s2ioc.cluster.build.input.InputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Where the request that brings a build's source and the build that waits for it meet; either may come first. */
final class Upload {
    private final CompletableFuture<Optional<Receiver>> receiver = new CompletableFuture<>();
    private final CompletableFuture<Void> sender = new CompletableFuture<>();
    private final CompletableFuture<Void> received = new CompletableFuture<>();
    private volatile boolean over;

    /** What the build does with the stream. */
    interface Receiver {
        void receive(InputStream stream) throws IOException, InputException;
    }

    /** The build's side: lets the receiver have the stream and waits until it has read it all. */
    void receive(Receiver wanted, Duration patience) throws BuildFailure, InterruptedException {
        receiver.complete(Optional.of(wanted));
        try {
            sender.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            received.get();
        } catch (TimeoutException e) {
            throw new BuildFailure(
                    Reason.FetchSourceFailed, "no input was sent within " + patience.toMinutes() + " minutes");
        } catch (ExecutionException e) {
            throw new BuildFailure(Reason.FetchSourceFailed, e.getCause().getMessage());
        }
    }

    /** The request's side: waits until the build wants the stream; false when the build has ended without it. */
    boolean awaitReceiver(Duration patience) throws InterruptedException, TimeoutException {
        try {
            return receiver.get(patience.toMillis(), TimeUnit.MILLISECONDS).isPresent();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request's side, after the build has asked: hands the stream over and reads it to its end. */
    void send(InputStream stream) throws IOException {
        sender.complete(null);
        try {
            receiver.join().orElseThrow().receive(new Interruptible(stream));
            stream.transferTo(OutputStream.nullOutputStream());
            received.complete(null);
        } catch (InputException e) {
            // What is left has to be read, or the answer would not be.
            received.completeExceptionally(e);
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            received.completeExceptionally(new IOException("the upload broke off: " + e.getMessage(), e));
            throw e;
        }
    }

    /** The build has ended: nobody shall wait for it. */
    void end() {
        over = true;
        receiver.complete(Optional.empty());
    }

    /** The stream as long as the build lives. */
    private final class Interruptible extends FilterInputStream {
        Interruptible(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            requireLife();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            requireLife();
            return super.read(bytes, offset, length);
        }

        private void requireLife() throws IOException {
            if (over) {
                throw new IOException("the build has ended");
            }
        }
    }
}
