package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.RemoteWords;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets what is run in a built image before it is pushed. */
@Command(
        name = "build-hook",
        description = "Set or remove what runs in a built image before it is pushed.",
        footer = {
            "",
            "Examples:",
            "  # Run the tests as a shell script",
            "  s2ioc set build-hook bc/hello --post-commit --script=\"npm test\"",
            "",
            "  # Run a program instead of the image's entrypoint",
            "  s2ioc set build-hook bc/hello --post-commit --command -- /usr/bin/check --all",
            "",
            "  # Give the image's entrypoint arguments",
            "  s2ioc set build-hook bc/hello --post-commit -- check --all",
            "",
            "  # Remove the hook",
            "  s2ioc set build-hook bc/hello --post-commit --remove"
        })
public final class BuildHookCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "bc/NAME | bc NAME",
            description = "The BuildConfigs; behind -- what to run.")
    List<String> words = List.of();

    @Option(names = "--post-commit", description = "The hook that runs after the last layer, before the push.")
    boolean postCommit;

    @Option(names = "--script", paramLabel = "TEXT", description = "Run this with /bin/sh -ic.")
    String script;

    @Option(
            names = "--command",
            description = "What is behind -- replaces the entrypoint; without, it is its arguments.")
    boolean command;

    @Option(names = "--remove", description = "Remove the hook.")
    boolean remove;

    @Mixin
    SetFlags flags = new SetFlags();

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    BuildHookCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        RemoteWords typed =
                RemoteWords.of(words, spec.commandLine().getParseResult().originalArgs());
        check(typed.command());
        new Changes(context, flags, "hooks updated").make(typed.own(), subject -> {
            subject.requireBuildConfig("a build hook");
            set(subject.spec(), typed.command());
        });
    }

    private void check(List<String> arguments) {
        if (!postCommit) {
            throw new CommandFailure("you must specify a type of hook to set");
        }
        if (remove) {
            if (command || script != null || !arguments.isEmpty()) {
                throw new CommandFailure("--remove may not be used with any option except --post-commit");
            }
            return;
        }
        if (script != null && command) {
            throw new CommandFailure("--script and --command cannot be specified together");
        }
        if (script == null && arguments.isEmpty()) {
            throw new CommandFailure("you must specify either a script or command for the build hook");
        }
    }

    private void set(ObjectNode spec, List<String> arguments) {
        ObjectNode hook = spec.putObject("postCommit");
        if (script != null) {
            hook.put("script", script);
        }
        if (!arguments.isEmpty()) {
            ArrayNode list = hook.putArray(command ? "command" : "args");
            arguments.forEach(list::add);
        }
    }
}
