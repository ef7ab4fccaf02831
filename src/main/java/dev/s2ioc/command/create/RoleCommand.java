package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates a role: what may be done in a project. */
@Command(
        name = "role",
        description = "Create a role: what may be done in a project by those whom a role binding gives it to.",
        footer = {
            "",
            "Examples:",
            "  # Let somebody start builds and read their logs",
            "  s2ioc create role starter --verb=create --resource=buildconfigs/instantiate",
            "  s2ioc create role reader --verb=get,list,watch --resource=builds,builds/log",
            "",
            "  # Only one object",
            "  s2ioc create role one --verb=get --resource=secrets --resource-name=webhook"
        })
public final class RoleCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the role.")
    String name;

    @Mixin
    RuleFlags flags = new RuleFlags();

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    RoleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        flags.verbs();
        if (flags.resources.isEmpty()) {
            throw new CommandFailure("at least one resource must be specified");
        }
        NewObject role = new NewObject(context, create, "rbac.authorization.k8s.io/v1", "Role", name);
        flags.addTo(role.body().putArray("rules"), context);
        role.create(create.parameters());
    }
}
