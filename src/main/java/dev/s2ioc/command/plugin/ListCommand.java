package dev.s2ioc.command.plugin;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.console.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the plugins on the PATH, and says which of them cannot be run. */
@Command(
        name = "list",
        description = "List the plugins on the PATH.",
        footer = {
            "",
            "Examples:",
            "  # List the plugins with their paths, and what is wrong with them",
            "  s2ioc plugin list",
            "",
            "  # Only their names",
            "  s2ioc plugin list --name-only"
        })
public final class ListCommand implements Action {

    @Option(names = "--name-only", description = "Print the names, not the paths.")
    boolean nameOnly;

    private final CommandContext context;
    private final Set<String> ours;
    private final Map<String, Path> first = new HashMap<>();
    private int warnings;

    ListCommand(CommandContext context, Set<String> ours) {
        this.context = context;
        this.ours = ours;
    }

    @Override
    public void run() throws IOException {
        boolean any = false;
        for (Path directory : new Programs(context.surroundings()).directories()) {
            for (Path file : plugins(directory)) {
                if (!any) {
                    context.streams().out().println("The following compatible plugins are available:\n");
                    any = true;
                }
                tell(file);
            }
        }
        if (!any) {
            throw new CommandFailure("unable to find any s2ioc, oc or kubectl plugins in your PATH");
        }
        if (warnings > 0) {
            throw new CommandFailure(
                    warnings == 1 ? "one plugin warning was found" : warnings + " plugin warnings were found");
        }
    }

    /** A directory of the PATH that is not there, or that this user may not read, has no plugins. */
    private static List<Path> plugins(Path directory) throws IOException {
        if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> Plugin.wordOf(file).isPresent() && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        }
    }

    private void tell(Path file) {
        String name = file.getFileName().toString();
        context.streams().out().println(nameOnly ? name : file.toString());
        if (!Files.isExecutable(file)) {
            warn(file + " identified as a plugin, but it is not executable");
        }
        Path earlier = first.putIfAbsent(name, file);
        if (earlier != null) {
            warn(file + " is overshadowed by a similarly named plugin: " + earlier);
            return;
        }
        Optional<String> word = Plugin.wordOf(file);
        word.map(words -> words.split("-")[0])
                .filter(ours::contains)
                .ifPresent(ownWord ->
                        warn(file + " is never run: \"s2ioc " + ownWord + "\" is a command of this program"));
    }

    private void warn(String words) {
        warnings++;
        context.streams().out().flush();
        context.streams().err().println("  - warning: " + words);
    }
}
