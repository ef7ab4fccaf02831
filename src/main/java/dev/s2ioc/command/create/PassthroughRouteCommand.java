package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates a route whose TLS ends at the pods; the router cannot read what passes. */
@Command(
        name = "passthrough",
        description = "Create a route whose TLS ends at the pods; the router cannot read what passes.",
        footer = {
            "",
            "Examples:",
            "  # A route to a service that speaks TLS itself",
            "  s2ioc create route passthrough --service=web --hostname=web.example.com"
        })
public final class PassthroughRouteCommand implements Action {

    @Mixin
    RouteFlags flags = new RouteFlags();

    private final CommandContext context;

    PassthroughRouteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        flags.route(context, "passthrough").create(flags.create.parameters());
    }
}
