package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates a route whose TLS ends at the router. */
@Command(
        name = "edge",
        description = "Create a route whose TLS ends at the router.",
        footer = {
            "",
            "Examples:",
            "  # A route named as the service; who comes without TLS is sent to HTTPS",
            "  s2ioc create route edge --service=web --insecure-policy=Redirect",
            "",
            "  # A route with a name, a host, a path and a certificate of your own",
            "  s2ioc create route edge shop --service=web --hostname=shop.example.com --path=/buy \\",
            "      --cert=shop.crt --key=shop.key"
        })
public final class EdgeRouteCommand implements Action {

    @Mixin
    RouteFlags flags = new RouteFlags();

    @Mixin
    CertificateFlags certificates = new CertificateFlags();

    private final CommandContext context;

    EdgeRouteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        NewObject route = flags.route(context, "edge");
        certificates.addTo(route, context);
        route.create(flags.create.parameters());
    }
}
