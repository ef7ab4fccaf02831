package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates a namespace. Users mostly ask for a project instead, which needs no rights. */
@Command(
        name = "namespace",
        description = "Create a namespace; users without rights on namespaces use new-project.",
        footer = {"", "Examples:", "  # Create a namespace", "  s2ioc create namespace demo"})
public final class NamespaceCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the namespace.")
    String name;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    NamespaceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        new NewObject(context, create, "v1", "Namespace", name).create(create.parameters());
    }
}
