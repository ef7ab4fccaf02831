package dev.s2ioc.imageregistry;

import java.util.Optional;

/**
 * How far registries are trusted.
 *
 * @param insecure take any certificate, and plain HTTP
 * @param authorities the certificates, as PEM, of those who alone may vouch for a registry; empty for the JVM's own
 */
public record Trust(boolean insecure, Optional<byte[]> authorities) {

    /** Plain HTTP to this machine can be listened to by nobody else. */
    boolean allowsPlain(String host) {
        return insecure || host.matches("(127(\\.\\d+){3}|localhost|\\[::1])(:\\d+)?");
    }
}
