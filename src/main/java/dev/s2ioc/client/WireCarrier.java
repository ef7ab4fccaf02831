package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.wire.Header;
import dev.s2ioc.wire.Incoming;
import dev.s2ioc.wire.NoHandshakeException;
import dev.s2ioc.wire.Outgoing;
import dev.s2ioc.wire.TlsSettings;
import dev.s2ioc.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The way that is there at once, for all that is not sent as a stream, to servers that have been found valid before. */
final class WireCarrier implements Carrier {
    private final ClientConfig config;
    private final Wire wire;

    private WireCarrier(ClientConfig config, Wire wire) {
        this.config = config;
        this.wire = wire;
    }

    /** Empty where only the library can go: through a proxy, or to a server that nobody has judged yet. */
    static Optional<WireCarrier> to(ClientConfig config, KnownServers known) {
        if (config.proxy().isPresent()) {
            return Optional.empty();
        }
        if (!config.server().getScheme().equals("https")) {
            return Optional.of(new WireCarrier(config, Wire.plain(config.server())));
        }
        return trusted(config, known)
                .flatMap(trusted -> secure(config, trusted))
                .map(wire -> new WireCarrier(config, wire));
    }

    private static Optional<Predicate<List<byte[]>>> trusted(ClientConfig config, KnownServers known) {
        return config.tls().insecure()
                ? Optional.of(chain -> true)
                : known.chain(config).map(chain -> shown -> equal(chain, shown));
    }

    private static boolean equal(List<byte[]> chain, List<byte[]> shown) {
        return Arrays.deepEquals(chain.toArray(), shown.toArray());
    }

    private static Optional<Wire> secure(ClientConfig config, Predicate<List<byte[]>> trusted) {
        Optional<TlsSettings.Identity> identity = config.credentials()
                .certificate()
                .map(pair -> new TlsSettings.Identity(pair.certificate(), pair.key()));
        try {
            return Wire.secure(config.server(), new TlsSettings(trusted, identity));
        } catch (IOException e) {
            // A key that is encrypted, say: the library knows more forms, and tells what is wrong with this one.
            return Optional.empty();
        }
    }

    /** @throws NoHandshakeException if the server is not the known one any more; nothing has been sent then */
    @Override
    public Answer send(Request request, URI uri, List<Header> headers) throws IOException {
        String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        Optional<byte[]> body = request.body().map(sent -> ((Request.Body.Bytes) sent).bytes());
        Incoming incoming = wire.exchange(
                new Outgoing(request.method(), target, headers, body),
                request.streamed() ? Duration.ZERO : config.requestTimeout());
        return new Answer(incoming.code(), incoming.headers(), incoming.body());
    }

    @Override
    public void close() {
        try {
            wire.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
