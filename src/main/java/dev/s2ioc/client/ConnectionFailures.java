package dev.s2ioc.client;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Names what went wrong with a connection: the kind and, where users know oc's words, those. */
final class ConnectionFailures {

    private ConnectionFailures() {}

    static ConnectionException of(Throwable failure, URI server) {
        ConnectionException.Kind kind = kind(failure);
        String text = switch (kind) {
            case UNKNOWN_HOST -> "lookup " + server.getHost() + ": no such host";
            case UNTRUSTED -> distrust(failure);
            case TIMED_OUT ->
                has(failure, HttpConnectTimeoutException.class)
                        ? "the connection to " + hostAndPort(server) + " could not be made in time"
                        : "no answer within the request timeout";
            case INTERRUPTED -> "interrupted";
            case REFUSED, BROKEN -> rootMessage(failure);
        };
        return new ConnectionException(kind, hostAndPort(server), text, failure);
    }

    private static ConnectionException.Kind kind(Throwable failure) {
        if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            return ConnectionException.Kind.UNKNOWN_HOST;
        } else if (has(failure, HttpTimeoutException.class) || has(failure, TimeoutException.class)) {
            return ConnectionException.Kind.TIMED_OUT;
        } else if (has(failure, ConnectException.class)) {
            return ConnectionException.Kind.REFUSED;
        } else if (has(failure, CertificateException.class) || has(failure, CertPathBuilderException.class)) {
            return ConnectionException.Kind.UNTRUSTED;
        } else if (has(failure, InterruptedIOException.class) || has(failure, ClosedByInterruptException.class)) {
            return ConnectionException.Kind.INTERRUPTED;
        }
        return ConnectionException.Kind.BROKEN;
    }

    /** Whether the same request may well succeed the next moment: the connection broke, but not over TLS's own rules. */
    static boolean mayPass(ConnectionException failure) {
        return failure.kind() == ConnectionException.Kind.BROKEN && !has(failure, SSLException.class);
    }

    private static String distrust(Throwable failure) {
        String text = rootMessage(failure);
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return "certificate has expired or is not yet valid: " + text;
        }
        // The JDK's words for a certificate of another host begin so; what else it finds wrong is wrong with the
        // signer.
        return text.startsWith("No ") ? text : "certificate signed by unknown authority";
    }

    static String hostAndPort(URI server) {
        return server.getPort() < 0 ? server.getHost() : server.getHost() + ":" + server.getPort();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = causes(failure).reduce((first, second) -> second).orElse(failure);
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        if (text.matches("(?i).*unrecognized SSL message.*")) {
            return "http: server gave HTTP response to HTTPS client";
        }
        return root instanceof SSLException ? "tls: " + text : text;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
