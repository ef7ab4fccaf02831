package dev.s2ioc.imageregistry;

import java.util.List;
import java.util.Optional;

/**
 * How far registries are trusted.
 *
 * @param insecure take any certificate, and plain HTTP
 * @param authorities the certificates, as PEM, of those who alone may vouch for a registry; empty for the JVM's own
 */
public record Trust(boolean insecure, Optional<byte[]> authorities) {

    /** How to try to reach a registry, in this order. */
    List<String> schemes(String host) {
        if (isThisMachine(host)) {
            return List.of("http", "https");
        }
        return insecure ? List.of("https", "http") : List.of("https");
    }

    boolean allowsPlain(String host) {
        return insecure || isThisMachine(host);
    }

    /** Plain HTTP to this machine can be listened to by nobody else. */
    private static boolean isThisMachine(String host) {
        return host.matches("(127(\\.\\d+){3}|localhost|\\[::1])(:\\d+)?");
    }
}
