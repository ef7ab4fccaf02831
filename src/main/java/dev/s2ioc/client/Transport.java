package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.wire.Header;
import dev.s2ioc.wire.NoHandshakeException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The ways to a server, each opened when first needed: the quick one for what it can carry, the library's for the rest. */
final class Transport implements AutoCloseable {
    private final ClientConfig config;
    private final KnownServers known;
    private final LibraryCarrier library;
    private Optional<WireCarrier> quick;

    Transport(ClientConfig config, KnownServers known) {
        this.config = config;
        this.known = known;
        this.library = new LibraryCarrier(config, known);
    }

    Answer send(Request request, URI uri, List<Header> headers) throws IOException {
        Optional<WireCarrier> carrier = request.isSpent() ? Optional.empty() : quick();
        if (carrier.isEmpty()) {
            return library.send(request, uri, headers);
        }
        try {
            return carrier.get().send(request, uri, headers);
        } catch (NoHandshakeException e) {
            forgetQuick();
            return library.send(request, uri, headers);
        }
    }

    private synchronized Optional<WireCarrier> quick() {
        if (quick == null) {
            JsonAhead.start();
            quick = WireCarrier.to(config, known);
        }
        return quick;
    }

    /** The library then says what is wrong, or finds the server's new certificate valid. */
    private synchronized void forgetQuick() {
        quick.ifPresent(WireCarrier::close);
        quick = Optional.empty();
    }

    @Override
    public synchronized void close() {
        if (quick != null) {
            quick.ifPresent(WireCarrier::close);
        }
        library.close();
    }
}
