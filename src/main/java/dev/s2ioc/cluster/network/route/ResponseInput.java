package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.BlockInput;
import dev.s2ioc.cluster.network.route.RequestHead.Field;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a service answers, with the header fields that the route wants; a service that does not answer is answered for. */
final class ResponseInput extends BlockInput {
    private final BufferedInputStream in;
    private final RequestHead asked;
    private final ServiceWatch watch;
    private final UnaryOperator<List<Field>> change;
    private final Duration tunnel;
    private byte[] head = {};
    private int place;
    private BodyInput body;

    /** @param change of the fields of the answer */
    ResponseInput(
            InputStream in, RequestHead asked, ServiceWatch watch, UnaryOperator<List<Field>> change, Duration tunnel) {
        this.in = new BufferedInputStream(in);
        this.asked = asked;
        this.watch = watch;
        this.change = change;
        this.tunnel = tunnel;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (place == head.length && body == null) {
            head = next();
            place = 0;
        }
        if (place < head.length) {
            int count = Math.min(length, head.length - place);
            System.arraycopy(head, place, bytes, offset, count);
            place += count;
            return count;
        }
        int count = body.read(bytes, offset, length);
        watch.touch();
        return count;
    }

    /** Whether it has ended where it said that it would. */
    boolean isComplete() {
        return body != null && body.isComplete();
    }

    /** The head of the answer, or one of those that say that the answer will come. */
    private byte[] next() {
        try {
            ResponseHead read = ResponseHead.read(in);
            watch.touch();
            if (read.isInterim()) {
                return read.bytes();
            }
            if (read.isUpgrade()) {
                watch.tunnel(tunnel);
            }
            body = asked.keeps() ? read.body(in, asked.method()) : BodyInput.toTheEnd(in);
            ResponseHead changed = new ResponseHead(read.line(), change.apply(read.fields()));
            return (body.isBounded() ? changed.kept() : changed).bytes();
        } catch (IOException e) {
            body = BodyInput.toTheEnd(InputStream.nullInputStream());
            String text = watch.isLate()
                    ? "The service has not answered for " + watch.limit().toMillis()
                            + " ms; the route's annotation haproxy.router.openshift.io/timeout says how long it may take.\n"
                    : "The service has not answered as HTTP servers do: " + e.getMessage() + ".\n";
            return RouterAnswer.of(watch.isLate() ? "504 Gateway Time-out" : "502 Bad Gateway", "", text)
                    .bytes();
        }
    }
}
