package dev.s2ioc.command.proxy;

import io.helidon.common.GenericType;
import io.helidon.common.media.type.MediaType;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http.spi.Sink;
import io.helidon.webserver.http.spi.SinkProvider;
import io.helidon.webserver.http.spi.SinkProviderContext;
import java.util.function.BiConsumer;

/** Passes on the headers of an answer whose body is yet to come; Helidon lets sinks alone do so, and finds them as services. */
public final class PromptHeaders implements SinkProvider<Object> {
    private static final GenericType<Passed> TYPE = GenericType.create(Passed.class);

    /** Takes nothing: the body has a stream of its own. */
    static final class Passed implements Sink<Object> {
        @Override
        public Sink<Object> emit(Object nothing) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** When the answer's stream is open and nothing has been written to it. */
    static void pass(ServerResponse response) {
        response.sink(TYPE).close();
    }

    @Override
    public boolean supports(GenericType<? extends Sink<?>> type, ServerRequest request) {
        return type.equals(TYPE);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <X extends Sink<Object>> X create(SinkProviderContext context) {
        context.flushHeaders();
        return (X) new Passed();
    }

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public <X extends Sink<Object>> X create(
            ServerResponse response, BiConsumer<Object, MediaType> consumer, Runnable close) {
        throw new UnsupportedOperationException();
    }
}
