package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
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
        return Subcommands.of(
                Specs.line(new RouteCommand()),
                context,
                List.of(
                        new Subcommands.Entry("edge", EdgeRouteCommand::new),
                        new Subcommands.Entry("passthrough", PassthroughRouteCommand::new),
                        new Subcommands.Entry("reencrypt", ReencryptRouteCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
