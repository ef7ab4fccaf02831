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

/** Creates services of several types. */
@Command(
        name = "service",
        description =
                "Create a service: inside the cluster, at each node, at a load balancer, or a name for another host.",
        footer = {
            "",
            "Examples:",
            "  # A service for the pods labeled app=web, at port 80, to their port 8080",
            "  s2ioc create service clusterip web --tcp=80:8080"
        })
public final class ServiceCommand implements Action {

    @Spec
    CommandSpec spec;

    static CommandLine tree(CommandContext context) {
        return Subcommands.of(
                Specs.line(new ServiceCommand()),
                context,
                List.of(
                        new Subcommands.Entry("clusterip", ClusterIpCommand::new),
                        new Subcommands.Entry("nodeport", NodePortCommand::new),
                        new Subcommands.Entry("loadbalancer", LoadBalancerCommand::new),
                        new Subcommands.Entry("externalname", ExternalNameCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
