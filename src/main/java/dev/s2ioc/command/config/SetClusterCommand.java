package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.kubeconfig.Overrides;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a cluster to the kubeconfig, or changes one. */
@Command(
        name = "set-cluster",
        description =
                "Add a cluster to the kubeconfig, or change one: with --server, --certificate-authority, --insecure-skip-tls-verify, --tls-server-name.",
        footer = {
            "",
            "Examples:",
            "  # Another address",
            "  s2ioc config set-cluster dev --server https://1.2.3.4:6443",
            "",
            "  # Keep the authority's certificate inside the kubeconfig",
            "  s2ioc config set-cluster dev --certificate-authority ca.crt --embed-certs"
        })
public final class SetClusterCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the cluster.")
    String name;

    @Option(names = "--embed-certs", description = "Keep what the file of --certificate-authority holds, not its path.")
    boolean embed;

    @Option(names = "--proxy-url", paramLabel = "URL", description = "The proxy that leads to the cluster.")
    String proxy;

    private final CommandContext context;

    SetClusterCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        Overrides flags = context.overrides();
        if (flags.certificateAuthority().isPresent()
                && flags.insecureSkipTlsVerify().orElse(false)) {
            throw new CommandFailure("you cannot specify a certificate authority and insecure mode at the same time");
        }
        Map<String, Optional<String>> fields = new LinkedHashMap<>();
        flags.server().ifPresent(server -> fields.put("server", Optional.of(server)));
        flags.tlsServerName().ifPresent(text -> fields.put("tls-server-name", Optional.of(text)));
        Optional.ofNullable(proxy).ifPresent(url -> fields.put("proxy-url", Optional.of(url)));
        flags.insecureSkipTlsVerify().ifPresent(insecure -> {
            fields.put("insecure-skip-tls-verify", Optional.of(insecure.toString()));
            if (insecure) {
                fields.put("certificate-authority", Optional.empty());
                fields.put("certificate-authority-data", Optional.empty());
            }
        });
        flags.certificateAuthority().ifPresent(file -> {
            fields.put("insecure-skip-tls-verify", Optional.empty());
            fields.putAll(new CertificateFields(embed).of("certificate-authority", file));
        });
        context.kubeconfig().edit().clusterFields(name, fields).save();
        context.streams().out().println("Cluster \"" + name + "\" set.");
    }
}
