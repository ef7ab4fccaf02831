package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says which user somebody is whom an identity provider knows. */
@Command(
        name = "useridentitymapping",
        description = "Say which user somebody is whom an identity provider knows.",
        footer = {
            "",
            "Examples:",
            "  # The identity acme_ldap:adamjones is the user ajones",
            "  s2ioc create useridentitymapping acme_ldap:adamjones ajones"
        })
public final class UserIdentityMappingCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "IDENTITY USER", description = "The identity, and the user.")
    List<String> words = List.of();

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    UserIdentityMappingCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        switch (words.size()) {
            case 0 -> throw new CommandFailure("identity is required");
            case 1 -> throw new CommandFailure("user name is required");
            case 2 -> {}
            default ->
                throw new CommandFailure("exactly two arguments (identity and user name) are supported, not: "
                        + String.join(" ", words));
        }
        NewObject mapping =
                new NewObject(context, create, "user.openshift.io/v1", "UserIdentityMapping", words.getFirst());
        mapping.body().putObject("identity").put("name", words.getFirst());
        mapping.body().putObject("user").put("name", words.get(1));
        mapping.create(create.parameters());
    }
}
