package dev.s2ioc.kubeconfig;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the flags of one call change of the kubeconfig's selection; every part may be absent. */
public record Overrides(
        Optional<String> context,
        Optional<String> cluster,
        Optional<String> user,
        Optional<String> namespace,
        Optional<String> server,
        Optional<String> token,
        Optional<Path> certificateAuthority,
        Optional<Path> clientCertificate,
        Optional<Path> clientKey,
        Optional<Boolean> insecureSkipTlsVerify,
        Optional<String> tlsServerName,
        Optional<String> requestTimeout,
        Optional<String> as,
        List<String> asGroups,
        Optional<String> asUid) {

    /** No override at all. */
    public static final Overrides NONE = new Overrides(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    /** The same, for another server. */
    public Overrides withServer(URI other, Optional<String> itsCluster) {
        return new Overrides(
                context,
                itsCluster,
                user,
                namespace,
                Optional.of(other.toString()),
                token,
                certificateAuthority,
                clientCertificate,
                clientKey,
                insecureSkipTlsVerify,
                tlsServerName,
                requestTimeout,
                as,
                asGroups,
                asUid);
    }
}
