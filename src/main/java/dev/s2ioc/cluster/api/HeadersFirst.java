package dev.s2ioc.cluster.api;

import io.helidon.common.GenericType;
import io.helidon.common.media.type.MediaType;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http.spi.Sink;
import io.helidon.webserver.http.spi.SinkProvider;
import io.helidon.webserver.http.spi.SinkProviderContext;
import java.util.function.BiConsumer;

/**
 * Sends an answer's headers before there is anything in its body: whoever watches or follows waits for them. The server's
 * library offers this to sinks only, so this is one; it is found as a service.
 */
public final class HeadersFirst implements SinkProvider<Object> {
    /** Nothing goes through it. */
    static final class Sent implements Sink<Object> {
        @Override
        public Sink<Object> emit(Object nothing) {
            throw new UnsupportedOperationException("write to the answer's stream");
        }

        @Override
        public void close() {
            // There is nothing to let go.
        }
    }

    private static final GenericType<Sent> TYPE = GenericType.create(Sent.class);

    /** After the answer's stream has been opened, and before it is written to. */
    static void send(ServerResponse response) {
        response.sink(TYPE).close();
    }

    @Override
    public boolean supports(GenericType<? extends Sink<?>> type, ServerRequest request) {
        return TYPE.equals(type);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <X extends Sink<Object>> X create(SinkProviderContext context) {
        context.flushHeaders();
        return (X) new Sent();
    }

    /** The older way, which must be there although nobody goes it. */
    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public <X extends Sink<Object>> X create(
            ServerResponse response, BiConsumer<Object, MediaType> consumer, Runnable close) {
        throw new UnsupportedOperationException("made from a context");
    }
}
