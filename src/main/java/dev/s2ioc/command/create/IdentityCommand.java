package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates an identity: somebody as an identity provider knows them. */
@Command(
        name = "identity",
        description = "Create an identity; only needed where logging in does not create it.",
        footer = {
            "",
            "Examples:",
            "  # adamjones, as the provider acme_ldap knows him",
            "  s2ioc create identity acme_ldap:adamjones"
        })
public final class IdentityCommand implements Action {

    @Parameters(paramLabel = "PROVIDER:NAME", description = "The identity provider, and the name that it uses.")
    String name;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    IdentityCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        String[] parts = name.split(":", -1);
        if (parts.length != 2) {
            throw new CommandFailure("identity name in the format <PROVIDER_NAME>:<PROVIDER_USER_NAME> is required");
        }
        NewObject identity = new NewObject(context, create, "user.openshift.io/v1", "Identity", name);
        identity.body().put("providerName", parts[0]).put("providerUserName", parts[1]);
        identity.body().putObject("user");
        identity.create(create.parameters());
    }
}
