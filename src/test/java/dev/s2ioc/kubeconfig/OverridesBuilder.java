package dev.s2ioc.kubeconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Overrides for tests, of which few are set. */
final class OverridesBuilder {
    private String context;
    private String cluster;
    private String user;
    private String namespace;
    private String server;
    private String token;
    private Path certificateAuthority;
    private Path clientKey;
    private Boolean insecure;
    private String requestTimeout;
    private String as;
    private List<String> asGroups = List.of();
    private String asUid;

    OverridesBuilder context(String value) {
        context = value;
        return this;
    }

    OverridesBuilder cluster(String value) {
        cluster = value;
        return this;
    }

    OverridesBuilder user(String value) {
        user = value;
        return this;
    }

    OverridesBuilder namespace(String value) {
        namespace = value;
        return this;
    }

    OverridesBuilder server(String value) {
        server = value;
        return this;
    }

    OverridesBuilder token(String value) {
        token = value;
        return this;
    }

    OverridesBuilder certificateAuthority(Path value) {
        certificateAuthority = value;
        return this;
    }

    OverridesBuilder clientKey(Path value) {
        clientKey = value;
        return this;
    }

    OverridesBuilder insecure(boolean value) {
        insecure = value;
        return this;
    }

    OverridesBuilder requestTimeout(String value) {
        requestTimeout = value;
        return this;
    }

    OverridesBuilder as(String value) {
        as = value;
        return this;
    }

    OverridesBuilder asGroups(List<String> value) {
        asGroups = value;
        return this;
    }

    OverridesBuilder asUid(String value) {
        asUid = value;
        return this;
    }

    Overrides build() {
        return new Overrides(
                Optional.ofNullable(context),
                Optional.ofNullable(cluster),
                Optional.ofNullable(user),
                Optional.ofNullable(namespace),
                Optional.ofNullable(server),
                Optional.ofNullable(token),
                Optional.ofNullable(certificateAuthority),
                Optional.empty(),
                Optional.ofNullable(clientKey),
                Optional.ofNullable(insecure),
                Optional.empty(),
                Optional.ofNullable(requestTimeout),
                Optional.ofNullable(as),
                asGroups,
                Optional.ofNullable(asUid));
    }
}
