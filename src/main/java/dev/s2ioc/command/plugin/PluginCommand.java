package dev.s2ioc.command.plugin;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.flags.Specs;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells of the plugins: programs on the PATH that are commands of this one. */
@Command(
        name = "plugin",
        description = "Tell of plugins: programs on the PATH named s2ioc-*, oc-* or kubectl-* are commands too.",
        footer = {
            "",
            "A program named s2ioc-my-word is run by `s2ioc my word`, with what is typed behind.",
            "",
            "Examples:",
            "  # List the plugins",
            "  s2ioc plugin list"
        })
public final class PluginCommand implements Action {

    @Spec
    CommandSpec spec;

    /**
     * The command with its subcommands.
     *
     * @param ours the commands of this program, which no plugin can replace
     */
    public static CommandLine tree(CommandContext context, Set<String> ours) {
        return Subcommands.of(
                Specs.line(new PluginCommand()),
                context,
                List.of(new Subcommands.Entry("list", made -> new ListCommand(made, ours))));
    }

    @Override
    public void run() {
        throw Subcommands.needed(spec.commandLine());
    }
}
