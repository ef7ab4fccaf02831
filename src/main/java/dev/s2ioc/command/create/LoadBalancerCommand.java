package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Creates a service that is reached through a load balancer of the cloud. */
@Command(
        name = "loadbalancer",
        description = "Create a service that is reached through a load balancer of the cloud.",
        footer = {
            "",
            "Examples:",
            "  # A service at port 80 of a load balancer",
            "  s2ioc create service loadbalancer web --tcp=80:8080"
        })
public final class LoadBalancerCommand implements Action {

    @Mixin
    ServiceFlags flags = new ServiceFlags();

    private final CommandContext context;

    LoadBalancerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        flags.requirePorts();
        flags.service(context, "LoadBalancer", 0).createOr("failed to create LoadBalancer service: ");
    }
}
