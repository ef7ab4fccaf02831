package dev.s2ioc.kubeconfig;

import java.util.Optional;

/** Who the user is towards the server. */
public interface Credentials {

    /** No credentials: anonymous. */
    Credentials NONE = new Credentials() {};

    /** The bearer token to send now; it may come from a file or a program and change over time. */
    default Optional<String> bearerToken() {
        return Optional.empty();
    }

    /** User name and password for basic authentication. */
    default Optional<Basic> basic() {
        return Optional.empty();
    }

    /** A client certificate with its key. */
    default Optional<ClientCertificate> certificate() {
        return Optional.empty();
    }

    /** The server has answered 401: forget what was cached. Returns whether asking again may give something new. */
    default boolean refresh() {
        return false;
    }

    /** Credentials that are one fixed bearer token. */
    static Credentials ofToken(String token) {
        return new Credentials() {
            @Override
            public Optional<String> bearerToken() {
                return Optional.of(token);
            }
        };
    }

    /** User name and password. */
    record Basic(String user, String password) {
        @Override
        public String toString() {
            return "Basic[" + user + "]";
        }
    }

    /** PEM certificate chain and PEM private key. */
    record ClientCertificate(byte[] certificate, byte[] key) {
        @Override
        public String toString() {
            return "ClientCertificate[]";
        }
    }
}
