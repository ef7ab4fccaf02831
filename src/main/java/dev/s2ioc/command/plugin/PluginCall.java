package dev.s2ioc.command.plugin;

import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Runs a plugin instead of a command of the tree; nothing of what was typed is read here. */
@Command(name = "s2ioc")
public final class PluginCall implements Callable<Integer> {
    private final Plugin plugin;
    private final CommandContext context;

    public PluginCall(Plugin plugin, CommandContext context) {
        this.plugin = plugin;
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return plugin.run(context);
    }
}
