package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a route whose TLS ends at the router, which speaks TLS to the pods again. */
@Command(
        name = "reencrypt",
        description = "Create a route whose TLS ends at the router, which speaks TLS to the pods again.",
        footer = {
            "",
            "Examples:",
            "  # A route to a service whose certificate a CA of your own has signed",
            "  s2ioc create route reencrypt --service=web --dest-ca-cert=ca.crt"
        })
public final class ReencryptRouteCommand implements Action {

    @Mixin
    RouteFlags flags = new RouteFlags();

    @Mixin
    CertificateFlags certificates = new CertificateFlags();

    @Option(
            names = "--dest-ca-cert",
            paramLabel = "FILE",
            description = "The certificates by which the router knows the pods; without it, those of the cluster.")
    String destination = "";

    private final CommandContext context;

    ReencryptRouteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        NewObject route = flags.route(context, "reencrypt");
        certificates.addTo(route, context);
        CertificateFlags.put(route.body(), "destinationCACertificate", destination, context);
        route.create(flags.create.parameters());
    }
}
