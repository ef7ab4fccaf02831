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
    private boolean writing;
    private Runnable afterwards = () -> {};

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
        if (begin()) {
            try {
                hand(stream);
            } finally {
                letGo();
            }
        }
        // What was not wanted has to be read, too, or the answer would not be.
        stream.transferTo(OutputStream.nullOutputStream());
    }

    private void hand(InputStream stream) throws IOException {
        Watched watched = new Watched(stream);
        try {
            receiver.join().orElseThrow().receive(watched);
            watched.transferTo(OutputStream.nullOutputStream());
            received.complete(null);
        } catch (InputException e) {
            received.completeExceptionally(e);
        } catch (IOException | RuntimeException e) {
            String what = watched.broken ? "the upload broke off: " : "the input cannot be read: ";
            received.completeExceptionally(new IOException(what + e.getMessage(), e));
            if (watched.broken) {
                throw new IOException(what + e.getMessage(), e);
            }
        }
    }

    private synchronized boolean begin() {
        writing = !over;
        return writing;
    }

    private void letGo() {
        Runnable action;
        synchronized (this) {
            writing = false;
            action = afterwards;
        }
        action.run();
    }

    /** The build has ended: nobody shall wait for it. */
    synchronized void end() {
        over = true;
        receiver.complete(Optional.empty());
    }

    /** After the end: what is to be done when the request, if it is at it, writes no more for the build. */
    synchronized void whenLetGo(Runnable action) {
        if (writing) {
            afterwards = action;
        }
    }

    /** The stream as long as the build lives; knows whether it was the stream that failed, or what reads it. */
    private final class Watched extends FilterInputStream {
        private boolean broken;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (over) {
                throw new IOException("the build has ended");
            }
            try {
                return super.read(bytes, offset, length);
            } catch (IOException | RuntimeException e) {
                broken = true;
                throw e;
            }
        }
    }
}
