package dev.s2ioc.command;

import dev.s2ioc.console.Surroundings;
import dev.s2ioc.flags.Specs;
import dev.s2ioc.kubeconfig.Overrides;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The flags that every command takes; {@code s2ioc options} prints them. */
public final class GlobalFlags {

    @Option(
            names = "--as",
            paramLabel = "USER",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "User name to impersonate for the operation; a regular user or a service account.")
    String as;

    @Option(
            names = "--as-group",
            paramLabel = "GROUP",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Group to impersonate for the operation; may be repeated.")
    List<String> asGroups = List.of();

    @Option(
            names = "--as-uid",
            paramLabel = "UID",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "UID to impersonate for the operation.")
    String asUid;

    @Option(
            names = "--certificate-authority",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Certificate file of the authority that signed the server's certificate.")
    String certificateAuthority;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Client certificate file for TLS.")
    String clientCertificate;

    @Option(
            names = "--client-key",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Client key file for TLS.")
    String clientKey;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "The kubeconfig cluster to use.")
    String cluster;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "The kubeconfig context to use.")
    String context;

    @Option(
            names = "--insecure-skip-tls-verify",
            scope = ScopeType.INHERIT,
            hidden = true,
            description =
                    "Do not check the server's certificate. Your connection can then be read and changed by others.")
    Boolean insecureSkipTlsVerify;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "The kubeconfig file to use, instead of $KUBECONFIG or ~/.kube/config.")
    String kubeconfig;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "The namespace of this request.")
    String namespace;

    @Option(
            names = "--request-timeout",
            paramLabel = "DURATION",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "How long to wait for the answer to one request, as in 5, 1s, 2m; 0 waits for ever.")
    String requestTimeout;

    @Option(
            names = {"-s", "--server"},
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "The address of the API server.")
    String server;

    @Option(
            names = "--tls-server-name",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "The name to expect in the server's certificate.")
    String tlsServerName;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "Bearer token for the API server.")
    String token;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "The kubeconfig user to use.")
    List<String> users = List.of();

    @Option(
            names = {"-v", "--v", "--loglevel"},
            paramLabel = "LEVEL",
            scope = ScopeType.INHERIT,
            hidden = true,
            description = "How much to say about what happens: 6 shows requests, 8 their bodies, 9 stack traces.")
    int verbosity;

    /** What these flags change of the context that the kubeconfig names. */
    Overrides overrides(Surroundings surroundings) {
        return new Overrides(
                Optional.ofNullable(context),
                Optional.ofNullable(cluster),
                user(),
                Optional.ofNullable(namespace),
                Optional.ofNullable(server),
                Optional.ofNullable(token),
                Optional.ofNullable(certificateAuthority).map(surroundings::resolve),
                Optional.ofNullable(clientCertificate).map(surroundings::resolve),
                Optional.ofNullable(clientKey).map(surroundings::resolve),
                Optional.ofNullable(insecureSkipTlsVerify),
                Optional.ofNullable(tlsServerName),
                Optional.ofNullable(requestTimeout),
                Optional.ofNullable(as),
                asGroups,
                Optional.ofNullable(asUid));
    }

    /** Takes these flags from words that are all flags of every command, as far as they are right; asks no longer than a typist waits. */
    public void take(List<String> words) {
        CommandLine reader = new CommandLine(CommandSpec.create().addMixin("global", Specs.of(this)));
        reader.setUnmatchedArgumentsAllowed(true).setOverwrittenOptionsAllowed(true);
        try {
            reader.parseArgs(words.toArray(String[]::new));
        } catch (ParameterException e) {
            // A line that is still being typed may be wrong so far.
        }
        if (requestTimeout == null) {
            requestTimeout = "3s";
        }
    }

    /** Whether failures should show where they come from. */
    public boolean wantsStackTraces() {
        return verbosity >= 9;
    }

    /** The kubeconfig user that was named for this run; of several, the last one counts. */
    Optional<String> user() {
        return users.isEmpty() ? Optional.empty() : Optional.of(users.getLast());
    }

    /** What {@code --user} named, for commands that act on users: it then chooses no kubeconfig user. */
    public List<String> takeUsers() {
        List<String> taken = users;
        users = List.of();
        return taken;
    }

    /** What {@code --certificate-authority} named, for commands where it vouches for a registry and not for the server. */
    public Optional<String> takeCertificateAuthority() {
        Optional<String> taken = Optional.ofNullable(certificateAuthority);
        certificateAuthority = null;
        return taken;
    }

    /** The namespace that the user named for this run, if any. */
    public Optional<String> givenNamespace() {
        return Optional.ofNullable(namespace);
    }
}
