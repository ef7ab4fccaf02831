package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.Duplex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** One question and its answer, after which the caller may have more: only the service's connection ends. */
record RoutedExchange(
        SocketDuplex caller, Duplex service, OutputStream asked, BodyInput question, ResponseInput answer) {
    private static final int CHUNK = 64 * 1024;
    /** For who has been answered before all was asked. */
    private static final Duration REST = Duration.ofSeconds(5);

    /** Answers whether the caller's connection is where the next question begins. */
    boolean run() throws InterruptedException {
        Thread asking = Thread.ofVirtual().name("route-question").start(this::ask);
        try {
            copy(answer, caller.out());
        } catch (IOException e) {
            // One of the two is gone; who is left hears no more.
            return false;
        } finally {
            service.close();
        }
        return answer.isComplete() && asking.join(REST) && question.isComplete();
    }

    /** What a service does not want to hear is read all the same: the caller may read its answer only after all is said. */
    private void ask() {
        try {
            try {
                copy(question, asked);
            } catch (IOException e) {
                question.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            // The caller is gone, and has not said what it wanted.
            service.close();
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
            to.write(chunk, 0, count);
            to.flush();
        }
    }
}
