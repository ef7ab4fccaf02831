package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates a service account. */
@Command(
        name = "serviceaccount",
        description = "Create a service account.",
        footer = {"", "Examples:", "  # Create a service account for a robot", "  s2ioc create serviceaccount robot"})
public final class ServiceAccountCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the service account.")
    String name;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    ServiceAccountCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        new NewObject(context, create, "v1", "ServiceAccount", name).createOr("failed to create serviceaccount: ");
    }
}
