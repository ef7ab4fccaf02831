package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a user, where logging in does not. */
@Command(
        name = "user",
        description = "Create a user; only needed where logging in does not create it.",
        footer = {
            "",
            "To log in, the user needs an identity and a mapping between the two as well.",
            "",
            "Examples:",
            "  # A user with a full name",
            "  s2ioc create user ajones --full-name='Adam Jones'"
        })
public final class UserCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    String name;

    @Option(names = "--full-name", paramLabel = "TEXT", description = "The name that people call the user by.")
    String fullName = "";

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    UserCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        NewObject user = new NewObject(context, create, "user.openshift.io/v1", "User", name);
        if (!fullName.isEmpty()) {
            user.body().put("fullName", fullName);
        }
        user.body().putNull("groups");
        user.body().putNull("identities");
        user.create(create.parameters());
    }
}
