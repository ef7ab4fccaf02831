package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a service that is reached from inside the cluster. */
@Command(
        name = "clusterip",
        description = "Create a service that is reached from inside the cluster.",
        footer = {
            "",
            "Examples:",
            "  # A service at port 80, to port 8080 of the pods",
            "  s2ioc create service clusterip web --tcp=80:8080"
        })
public final class ClusterIpCommand implements Action {

    @Mixin
    ServiceFlags flags = new ServiceFlags();

    @Option(
            names = "--clusterip",
            paramLabel = "ADDRESS|None",
            description = "Its address; None for a name that stands for the addresses of the pods.")
    String address = "";

    private final CommandContext context;

    ClusterIpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (!address.equals("None")) {
            flags.requirePorts();
        }
        NewObject service = flags.service(context, "ClusterIP", 0);
        if (!address.isEmpty()) {
            service.body().withObject("/spec").put("clusterIP", address);
        }
        service.createOr("failed to create ClusterIP service: ");
    }
}
