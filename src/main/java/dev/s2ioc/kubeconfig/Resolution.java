package dev.s2ioc.kubeconfig;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays the flags of one call over the selected context, and fills what is left open from the pod that runs us, if any. */
final class Resolution {
    private final Kubeconfig kubeconfig;
    private final Overrides overrides;
    private final Host host;
    private final Optional<Context> context;
    private final Fields cluster;
    private final Fields user;
    private final Optional<InCluster> pod;

    /** @param selected the name of the context to start from */
    Resolution(Kubeconfig kubeconfig, Optional<String> selected, Overrides overrides, Host host, Path podSecrets) {
        this.kubeconfig = kubeconfig;
        this.overrides = overrides;
        this.host = host;
        context = selected.map(name ->
                kubeconfig.context(name).orElseThrow(() -> missing("context", name, kubeconfig.contextNames())));
        cluster = entry(Section.CLUSTERS, overrides.cluster(), context.map(Context::cluster));
        user = entry(Section.USERS, overrides.user(), context.map(Context::user));
        pod = InCluster.find(host.environment(), podSecrets);
    }

    private Fields entry(Section section, Optional<String> flag, Optional<String> ofContext) {
        String name = flag.or(() -> ofContext).orElse("");
        Optional<Fields> found = kubeconfig.entry(section, name);
        if (found.isEmpty() && flag.isPresent()) {
            throw missing(section == Section.USERS ? "auth info" : section.entryKey, name, kubeconfig.names(section));
        }
        // A context may outlive its user, as after "logout": then the request is anonymous.
        return found.orElseGet(() -> Fields.empty(section.entryKey + " \"" + name + "\""));
    }

    private static KubeconfigException missing(String what, String name, List<String> known) {
        String next = known.isEmpty() ? "" : "\nThe kubeconfig has: " + String.join(", ", known);
        return new KubeconfigException(what + " \"" + name + "\" does not exist" + next);
    }

    ClientConfig clientConfig() {
        Optional<String> configured = overrides.server().or(() -> cluster.text("server"));
        Optional<InCluster> standIn = configured.isEmpty() ? pod : Optional.empty();
        URI server = ServerAddress.normalised(
                configured.or(() -> standIn.map(InCluster::server)).orElseThrow(this::nothingConfigured));
        boolean secure = server.getScheme().equals("https");
        return new ClientConfig(
                server,
                namespace(),
                context.map(Context::name),
                secure ? tls(standIn) : ClientConfig.Tls.SYSTEM,
                credentials(standIn),
                impersonation(),
                overrides.requestTimeout().map(GoDuration::requestTimeout).orElse(Duration.ZERO),
                new ProxyRules(host.environment()).proxyTo(server, cluster.text("proxy-url")));
    }

    private String namespace() {
        return overrides
                .namespace()
                .or(() -> context.flatMap(Context::namespace))
                .or(() -> pod.flatMap(InCluster::namespace))
                .orElse("default");
    }

    private Credentials credentials(Optional<InCluster> standIn) {
        Credentials own = UserCredentials.of(user, cluster, overrides, host);
        return own == Credentials.NONE && standIn.isPresent()
                ? new UserCredentials.FromFile(standIn.get().token(), Optional.empty())
                : own;
    }

    private ClientConfig.Tls tls(Optional<InCluster> standIn) {
        if (overrides.tlsServerName().or(() -> cluster.text("tls-server-name")).isPresent()) {
            throw new KubeconfigException(
                    "tls-server-name is not supported: use an address that the server's" + " certificate names");
        }
        boolean byFlag = overrides.insecureSkipTlsVerify().isPresent()
                || overrides.certificateAuthority().isPresent();
        Optional<byte[]> authorities = byFlag
                ? overrides.certificateAuthority().map(UserCredentials::read)
                : cluster.content("certificate-authority").or(() -> standIn.flatMap(InCluster::authorities));
        boolean insecure =
                byFlag ? overrides.insecureSkipTlsVerify().orElse(false) : cluster.flag("insecure-skip-tls-verify");
        if (byFlag && authorities.isEmpty() && !insecure) {
            authorities = cluster.content("certificate-authority");
        }
        if (insecure && authorities.isPresent()) {
            throw new KubeconfigException("specifying a root certificates file with the insecure flag is not allowed");
        }
        return new ClientConfig.Tls(authorities, insecure);
    }

    private ClientConfig.Impersonation impersonation() {
        Optional<String> as = overrides.as().or(() -> user.text("as"));
        Optional<String> uid = overrides.asUid().or(() -> user.text("as-uid"));
        List<String> groups = overrides.asGroups().isEmpty() ? user.texts("as-groups") : overrides.asGroups();
        Map<String, List<String>> extra = user.child("as-user-extra").lists();
        if (as.isEmpty() && (uid.isPresent() || !groups.isEmpty() || !extra.isEmpty())) {
            throw new KubeconfigException(
                    "requesting uid, groups or user-extra without impersonating a user: add --as");
        }
        return new ClientConfig.Impersonation(as, groups, uid, extra);
    }

    private KubeconfigException nothingConfigured() {
        return new KubeconfigException("""
                Missing or incomplete configuration info.  Please point to an existing, complete config file:


                  1. Via the command-line flag --kubeconfig
                  2. Via the KUBECONFIG environment variable
                  3. In your home directory as ~/.kube/config

                To view or setup config directly use the 'config' command.
                To use a cluster, log in with 's2ioc login URL'; to start one on this machine, run 's2ioc cluster up'.""");
    }
}
