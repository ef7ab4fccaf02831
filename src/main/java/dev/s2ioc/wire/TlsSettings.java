package dev.s2ioc.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is needed to speak TLS with one server.
 *
 * @param trusted whether a server that shows these certificates (DER, its own first) is the right one
 * @param identity who the client is, for servers that want to see a certificate
 */
public record TlsSettings(Predicate<List<byte[]>> trusted, Optional<Identity> identity) {

    /** A certificate with those of its authorities, and its key, both in PEM form. */
    public record Identity(byte[] certificates, byte[] key) {}
}
