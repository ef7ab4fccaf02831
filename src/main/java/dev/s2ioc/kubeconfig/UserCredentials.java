package dev.s2ioc.kubeconfig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses among the credentials that a kubeconfig user has: tokenFile, token, basic, exec; a certificate goes beside. */
final class UserCredentials {

    private UserCredentials() {}

    static Credentials of(Fields user, Fields cluster, Overrides overrides, Host host) {
        if (overrides.token().isPresent()) {
            return Credentials.ofToken(overrides.token().get());
        }
        Optional<Credentials.ClientCertificate> certificate = certificate(user, overrides);
        Optional<Path> tokenFile = user.path("tokenFile");
        if (tokenFile.isPresent()) {
            return new FromFile(tokenFile.get(), certificate);
        }
        Optional<String> token = user.text("token");
        Optional<Credentials.Basic> basic = user.text("username")
                .map(name -> new Credentials.Basic(name, user.text("password").orElse("")));
        if (token.isEmpty() && basic.isEmpty() && certificate.isEmpty()) {
            return fromProgram(user, cluster, host);
        }
        return new Fixed(token, basic, certificate);
    }

    private static Credentials fromProgram(Fields user, Fields cluster, Host host) {
        if (user.node("exec").isPresent()) {
            return new ExecPlugin(user.child("exec"), cluster, host);
        }
        if (user.node("auth-provider").isPresent()) {
            throw new KubeconfigException(user.owner()
                    + " uses an auth-provider, which clients no longer support; use an exec plugin, or 's2ioc login'");
        }
        return Credentials.NONE;
    }

    private static Optional<Credentials.ClientCertificate> certificate(Fields user, Overrides overrides) {
        Optional<byte[]> certificate = overrides.clientCertificate().isPresent()
                ? overrides.clientCertificate().map(UserCredentials::read)
                : user.content("client-certificate");
        Optional<byte[]> key = overrides.clientKey().isPresent()
                ? overrides.clientKey().map(UserCredentials::read)
                : user.content("client-key");
        if (certificate.isPresent() && key.isEmpty()) {
            throw new KubeconfigException("invalid configuration: client-key-data or client-key must be specified for "
                    + user.owner() + " to use the clientCert authentication method.");
        }
        return certificate.map(chain -> new Credentials.ClientCertificate(chain, key.get()));
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new KubeconfigException("open " + file + ": " + FileProblem.of(e), e);
        }
    }

    private record Fixed(Optional<String> bearerToken, Optional<Basic> basic, Optional<ClientCertificate> certificate)
            implements Credentials {
        @Override
        public String toString() {
            return "Fixed[]";
        }
    }

    /** A token that somebody else renews: read anew for every request, which is cheap beside the request. */
    record FromFile(Path file, Optional<ClientCertificate> certificate) implements Credentials {
        @Override
        public Optional<String> bearerToken() {
            String token = new String(read(file), StandardCharsets.UTF_8).strip();
            if (token.isEmpty()) {
                throw new KubeconfigException("the token file " + file + " is empty");
            }
            return Optional.of(token);
        }
    }
}
