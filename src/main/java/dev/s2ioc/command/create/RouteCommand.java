package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates routes with TLS of several kinds. */
@Command(
        name = "route",
        description = "Create a route with TLS that ends at the router, at the pods, or at both.",
        footer = {
            "",
            "Examples:",
            "  # HTTPS up to the router, HTTP from there to the service",
            "  s2ioc create route edge --service=web"
        })
public final class RouteCommand implements Action {

    @Spec
    CommandSpec spec;

    static CommandLine tree(CommandContext context) {
        return new CommandLine(new RouteCommand())
                .addSubcommand("edge", new EdgeRouteCommand(context))
                .addSubcommand("passthrough", new PassthroughRouteCommand(context))
                .addSubcommand("reencrypt", new ReencryptRouteCommand(context));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
