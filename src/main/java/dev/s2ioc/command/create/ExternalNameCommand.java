package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a service that is a name for a host elsewhere. */
@Command(
        name = "externalname",
        description = "Create a service that is a name for a host elsewhere.",
        footer = {
            "",
            "Examples:",
            "  # Let programs of the project know a database as db",
            "  s2ioc create service externalname db --external-name=db.example.com"
        })
public final class ExternalNameCommand implements Action {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String HOST = LABEL + "(\\." + LABEL + ")*\\.?";

    @Mixin
    ServiceFlags flags = new ServiceFlags();

    @Option(names = "--external-name", paramLabel = "HOST", description = "The name of that host.")
    String host = "";

    private final CommandContext context;

    ExternalNameCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        CreateFlags.require("external-name", !host.isEmpty());
        if (!host.matches(HOST)) {
            throw new CommandFailure("invalid service external name " + host);
        }
        NewObject service = flags.service(context, "ExternalName", 0);
        service.body().withObject("/spec").put("externalName", host);
        service.createOr("failed to create ExternalName service: ");
    }
}
