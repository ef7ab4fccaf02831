package dev.s2ioc.command;

import dev.s2ioc.client.LogOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the log of a build, of a BuildConfig's newest build, or of pods. */
@Command(
        name = "logs",
        description = "Print the log of a build or a pod.",
        footer = {
            "",
            "Examples:",
            "  # Follow the newest build of a BuildConfig",
            "  s2ioc logs -f bc/hello",
            "",
            "  # The last lines of one build, with their times",
            "  s2ioc logs build/hello-1 --tail=20 --timestamps",
            "",
            "  # The build before the newest one, or the one with a number",
            "  s2ioc logs -p bc/hello",
            "  s2ioc logs bc/hello --version=3",
            "",
            "  # A pod of a deployment, and all pods with a label",
            "  s2ioc logs deploy/hello",
            "  s2ioc logs -l app=hello --prefix"
        })
public final class LogsCommand implements Action {

    @Parameters(
            arity = "0..2",
            paramLabel = "POD | TYPE/NAME [CONTAINER]",
            description = "A pod, or bc/NAME, build/NAME, deploy/NAME and the like.")
    List<String> words = List.of();

    @Mixin
    LogFlags part = new LogFlags();

    @Mixin
    LogPodsFlags pods = new LogPodsFlags();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as the log grows, to its end; a lost connection is taken up again.")
    boolean follow;

    private final CommandContext context;

    public LogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        validate();
        if (words.size() == 2 && part.container == null) {
            part.container = words.get(1);
        }
        Optional<Long> usualTail = pods.selector == null ? Optional.empty() : Optional.of(10L);
        LogOptions options = part.options(usualTail);
        List<LogSource> sources = new LogSources(context, pods, options).find(words.isEmpty() ? "" : words.getFirst());
        new LogOutput(context.streams(), follow, pods.ignoreErrors).copy(sources, pods.maxLogRequests);
    }

    private void validate() {
        if (words.isEmpty() && pods.selector == null || words.size() > 2) {
            throw new CommandFailure("""
                    expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.
                    POD or TYPE/NAME is a required argument for the logs command
                    See 's2ioc logs -h' for help and examples""");
        }
        if (!words.isEmpty() && pods.selector != null) {
            throw new CommandFailure("only a selector (-l) or a POD name is allowed");
        }
        if (words.size() == 2 && part.container != null) {
            throw new CommandFailure("only one of -c or an inline [CONTAINER] arg is allowed");
        }
        if (pods.allContainers && (part.container != null || words.size() == 2)) {
            throw new CommandFailure("--all-containers=true should not be specified with container name");
        }
    }
}
