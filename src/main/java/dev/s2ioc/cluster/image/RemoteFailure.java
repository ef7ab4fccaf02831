package dev.s2ioc.cluster.image;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a registry could not be read, in words: Java's own exceptions often have none. */
final class RemoteFailure {
    private RemoteFailure() {}

    static String why(IOException failure, RemoteName name) {
        return switch (failure) {
            case HttpTimeoutException e -> "the registry did not answer in time";
            case UnknownHostException e -> "there is no such host";
            case ConnectException e
            when caused(e, UnknownHostException.class) || e.getMessage() == null ->
                "the registry cannot be reached: there is no such host, or nothing listens there";
            case ConnectException e -> "the registry cannot be reached: " + e.getMessage();
            case SSLException e -> tls(e, name);
            default -> failure.getMessage() == null ? "the connection broke" : failure.getMessage();
        };
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        return failure != null && (type.isInstance(failure) || caused(failure.getCause(), type));
    }

    private static String tls(SSLException failure, RemoteName name) {
        String said = String.valueOf(failure.getMessage());
        String small = said.toLowerCase(Locale.ROOT);
        if (small.contains("plaintext")) {
            return "http: server gave HTTP response to HTTPS client: allow plain HTTP with importPolicy.insecure"
                    + " (--insecure)";
        }
        if (small.contains("certification path") || small.contains("trust anchor")) {
            return "x509: certificate signed by unknown authority: put the authority's certificate into"
                    + " /etc/containers/certs.d/" + name.host() + "/ca.crt, or allow any with importPolicy.insecure"
                    + " (--insecure)";
        }
        return "tls: " + said;
    }
}
