package dev.s2ioc.command;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command for which {@code --user} names users of the cluster, not one of the kubeconfig, so that its help must say so. */
public interface ActsOnUsers {

    /** Shows the flag in the help of such commands; of all others it is listed by {@code options}. */
    static void showIn(CommandLine tree) {
        tree.getSubcommands().values().forEach(command -> {
            if (command.getCommandSpec().userObject() instanceof ActsOnUsers) {
                show(command.getCommandSpec());
            }
            showIn(command);
        });
    }

    private static void show(CommandSpec spec) {
        OptionSpec hidden = spec.findOption("--user");
        spec.remove(hidden);
        spec.addOption(OptionSpec.builder(hidden)
                .hidden(false)
                .description("A user; may be repeated.")
                .build());
    }
}
