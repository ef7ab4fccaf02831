package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
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
        return Subcommands.of(
                Specs.line(new SecretCommand()),
                context,
                List.of(
                        new Subcommands.Entry("generic", GenericSecretCommand::new),
                        new Subcommands.Entry("docker-registry", DockerSecretCommand::new),
                        new Subcommands.Entry("tls", TlsSecretCommand::new)));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
