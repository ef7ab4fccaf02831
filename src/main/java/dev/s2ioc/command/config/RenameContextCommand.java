package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.kubeconfig.Kubeconfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a context another name. */
@Command(
        name = "rename-context",
        description = "Give a context another name.",
        footer = {
            "",
            "Examples:",
            "  # A shorter name for the context of the local cluster",
            "  s2ioc config rename-context s2ioc local"
        })
public final class RenameContextCommand implements Action {

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the context.")
    String name;

    @Parameters(index = "1", paramLabel = "NEW-NAME", description = "Its name from now on.")
    String other;

    private final CommandContext context;

    RenameContextCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        Kubeconfig kubeconfig = context.kubeconfig();
        if (kubeconfig.context(name).isEmpty()) {
            throw new CommandFailure("cannot rename the context \"" + name + "\", it's not in " + kubeconfig.file());
        }
        if (kubeconfig.context(other).isPresent()) {
            throw new CommandFailure("cannot rename the context \"" + name + "\", the context \"" + other
                    + "\" already exists in " + kubeconfig.file());
        }
        boolean current = kubeconfig.currentContext().filter(name::equals).isPresent();
        kubeconfig.edit().renameContext(name, other, current).save();
        context.streams().out().println("Context \"" + name + "\" renamed to \"" + other + "\".");
    }
}
