package dev.s2ioc.command;

import dev.s2ioc.client.Answer;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Session;
import dev.s2ioc.console.Prompt;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Context;
import dev.s2ioc.kubeconfig.Kubeconfig;
import dev.s2ioc.kubeconfig.KubeconfigEdit;
import dev.s2ioc.kubeconfig.ServerAddress;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * The server that a login goes to, once it has answered and is trusted.
 *
 * @param config the way to it, without credentials
 * @param cluster its name in the kubeconfig
 * @param change what the kubeconfig must learn of it; empty if it knows all
 */
record LoginServer(ClientConfig config, String cluster, Optional<KubeconfigEdit.Cluster> change) {
    private static final String UNKNOWN_AUTHORITY = """
            The server uses a certificate signed by an unknown authority.
            You can bypass the certificate check, but any data you send to the server could be intercepted by others.
            Use insecure connections? (y/n):\s""";

    /** Finds the server by its address; without one by the current context, or by asking the user. */
    static LoginServer find(CommandContext context, Optional<String> typed) throws IOException {
        Kubeconfig kubeconfig = context.kubeconfig();
        URI address = ServerAddress.withPort(address(context, typed));
        Optional<String> known = kubeconfig.clustersAt(address).stream().findFirst();
        GlobalFlags flags = context.flags();
        ClientConfig config =
                kubeconfig.resolveServer(flags.overrides(context.surroundings()).withServer(address, known));
        ClientConfig trusted = trusted(context, config);
        boolean asKnown = known.isPresent()
                && flags.certificateAuthority == null
                && flags.insecureSkipTlsVerify == null
                && trusted == config;
        KubeconfigEdit.Cluster entry = new KubeconfigEdit.Cluster(
                address,
                Optional.ofNullable(flags.certificateAuthority).map(context.surroundings()::resolve),
                Optional.empty(),
                trusted.tls().insecure());
        return new LoginServer(
                trusted,
                known.orElseGet(() -> ServerAddress.nickname(address)),
                asKnown ? Optional.empty() : Optional.of(entry));
    }

    private static String address(CommandContext context, Optional<String> typed) throws IOException {
        Kubeconfig kubeconfig = context.kubeconfig();
        Optional<String> known = typed.or(() -> Optional.ofNullable(context.flags().context)
                .or(kubeconfig::currentContext)
                .flatMap(kubeconfig::context)
                .map(Context::cluster)
                .flatMap(kubeconfig::server));
        if (known.isPresent()) {
            return known.get();
        }
        String fallback = "https://localhost:8443";
        return new Prompt(context.streams())
                .line("Server [" + fallback + "]: ")
                .map(answer -> answer.isEmpty() ? fallback : answer)
                .orElseThrow(() -> new CommandFailure("which server? Run 's2ioc login URL'; to start a cluster on this"
                        + " machine, run 's2ioc cluster up'"));
    }

    private static ClientConfig trusted(CommandContext context, ClientConfig config) throws IOException {
        try {
            check(context, config);
            return config;
        } catch (ConnectionException e) {
            if (e.kind() != ConnectionException.Kind.UNTRUSTED) {
                throw e;
            }
            Optional<String> answer = new Prompt(context.streams()).line(UNKNOWN_AUTHORITY);
            if (!answer.orElse("n").toLowerCase(java.util.Locale.ROOT).startsWith("y")) {
                throw new CommandFailure(
                        "The server uses a certificate signed by unknown authority. You may need to use"
                                + " the --certificate-authority flag to provide the path to a certificate file for the"
                                + " certificate authority, or --insecure-skip-tls-verify to bypass the certificate check and use"
                                + " insecure connections.");
            }
            ClientConfig insecure = config.withTls(new ClientConfig.Tls(Optional.empty(), true));
            check(context, insecure);
            return insecure;
        }
    }

    /** Whatever an API server answers is good; a page is not its answer. */
    private static void check(CommandContext context, ClientConfig config) throws IOException {
        try (Session session = context.openSession(config);
                Answer answer = session.raw(Request.head("/"))) {
            if (answer.header("Content-Type").orElse("").startsWith("text/html")) {
                throw new CommandFailure("\"" + config.server() + "\" answers with a web page, as a web console does;"
                        + " give the address of the API server");
            }
        }
    }
}
