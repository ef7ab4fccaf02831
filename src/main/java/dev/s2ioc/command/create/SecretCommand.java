package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates secrets of several types. */
@Command(
        name = "secret",
        description = "Create a secret: generic, for a registry, or for TLS.",
        footer = {
            "",
            "Examples:",
            "  # A secret with one value",
            "  s2ioc create secret generic webhook --from-literal=WebHookSecretKey=s3cret"
        })
public final class SecretCommand implements Action {

    @Spec
    CommandSpec spec;

    static CommandLine tree(CommandContext context) {
        return new CommandLine(new SecretCommand())
                .addSubcommand("generic", new GenericSecretCommand(context))
                .addSubcommand("docker-registry", new DockerSecretCommand(context))
                .addSubcommand("tls", new TlsSecretCommand(context));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
