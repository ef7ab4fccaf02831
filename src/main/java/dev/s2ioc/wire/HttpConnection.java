package dev.s2ioc.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;

/** One connection that carries one exchange at a time. */
final class HttpConnection implements Closeable {
    private final Link link;
    private final Buffered input;
    private final Consumer<HttpConnection> whenDone;
    private volatile boolean usable = true;
    private long idleSince = System.nanoTime();

    /** @param whenDone is told when an answer has been read to its end, or the connection is closed */
    HttpConnection(Link link, Consumer<HttpConnection> whenDone) {
        this.link = link;
        this.input = new Buffered(link);
        this.whenDone = whenDone;
    }

    /** @param timeout how long the head of the answer may take; zero is for ever */
    Incoming exchange(Outgoing request, String hostAndPort, Duration timeout) throws IOException {
        try {
            link.readTimeout(timeout);
            byte[] bytes = request.bytes(hostAndPort);
            link.write(bytes, 0, bytes.length);
            AnswerHead head = AnswerHead.read(input);
            while (head.code() < 200) {
                head = AnswerHead.read(input);
            }
            link.readTimeout(Duration.ZERO);
            return new Incoming(head.code(), head.headers(), Body.of(head, request.method(), input, this));
        } catch (SocketTimeoutException e) {
            close();
            throw new HttpTimeoutException("request timed out");
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The answer has been read to its end. */
    void done(boolean persistent) throws IOException {
        if (persistent) {
            idleSince = System.nanoTime();
            whenDone.accept(this);
        } else {
            close();
        }
    }

    boolean isUsable() {
        return usable;
    }

    /** How long it has had nothing to do. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleSince);
    }

    @Override
    public void close() throws IOException {
        usable = false;
        link.close();
        whenDone.accept(this);
    }
}
