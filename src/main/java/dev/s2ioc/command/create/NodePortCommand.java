package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a service that is reached at a port of each node. */
@Command(
        name = "nodeport",
        description = "Create a service that is reached at a port of each node.",
        footer = {
            "",
            "Examples:",
            "  # A service at port 30080 of each node",
            "  s2ioc create service nodeport web --tcp=80:8080 --node-port=30080"
        })
public final class NodePortCommand implements Action {

    @Mixin
    ServiceFlags flags = new ServiceFlags();

    @Option(
            names = "--node-port",
            paramLabel = "PORT",
            description = "The port of the nodes; without it the server chooses one.")
    int nodePort;

    private final CommandContext context;

    NodePortCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        flags.requirePorts();
        flags.service(context, "NodePort", nodePort).createOr("failed to create NodePort service: ");
    }
}
