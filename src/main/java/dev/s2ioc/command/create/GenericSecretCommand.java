package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a secret from files and values. */
@Command(
        name = "generic",
        description = "Create a secret from files, directories, env files or values.",
        footer = {
            "",
            "Examples:",
            "  # Create a secret with a user name and a password for Git",
            "  s2ioc create secret generic git --type=kubernetes.io/basic-auth \\",
            "      --from-literal=username=me --from-file=password=./password.txt"
        })
public final class GenericSecretCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the secret.")
    String name;

    @Mixin
    DataFlags data = new DataFlags();

    @Option(names = "--type", paramLabel = "TYPE", description = "Type of the secret, Opaque if not given.")
    String type = "";

    @Option(names = "--append-hash", description = "Append a hash of the content to the name.")
    boolean appendHash;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    GenericSecretCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        new NewSecret(context, create, name)
                .ofType(type)
                .with(data.read(context, "Secret", name))
                .create(appendHash);
    }
}
