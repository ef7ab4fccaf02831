package dev.s2ioc.wire;

import java.io.IOException;

/** TLS came to no agreement: the server is not one that is known, or speaks in a way that only other means understand. */
public final class NoHandshakeException extends IOException {

    NoHandshakeException(IOException cause) {
        super("TLS handshake: " + cause.getMessage(), cause);
    }
}
