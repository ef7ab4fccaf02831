package dev.s2ioc.command.config;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.kubeconfig.Overrides;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a context to the kubeconfig, or changes one. */
@Command(
        name = "set-context",
        description = "Add a context to the kubeconfig, or change one: with --cluster, --user and --namespace.",
        footer = {
            "",
            "Examples:",
            "  # Work in another namespace from now on",
            "  s2ioc config set-context --current --namespace demo",
            "",
            "  # A context of its own for a project",
            "  s2ioc config set-context demo --cluster dev --user me --namespace demo"
        })
public final class SetContextCommand implements Action {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Name of the context.")
    String name = "";

    @Option(names = "--current", description = "Change the current context.")
    boolean current;

    private final CommandContext context;

    SetContextCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        String target = target();
        Overrides flags = context.overrides();
        Map<String, Optional<String>> fields = new LinkedHashMap<>();
        flags.cluster().ifPresent(cluster -> fields.put("cluster", Optional.of(cluster)));
        flags.user().ifPresent(user -> fields.put("user", Optional.of(user)));
        flags.namespace().ifPresent(namespace -> fields.put("namespace", Optional.of(namespace)));
        boolean known = context.kubeconfig().context(target).isPresent();
        context.kubeconfig().edit().contextFields(target, fields).save();
        context.streams().out().println("Context \"" + target + "\" " + (known ? "modified." : "created."));
    }

    private String target() {
        if (current == !name.isEmpty()) {
            throw new CommandFailure(
                    current
                            ? "you cannot specify both a context name and --current"
                            : "you must specify a non-empty context name or --current");
        }
        return current
                ? context.kubeconfig()
                        .currentContext()
                        .filter(text -> !text.isEmpty())
                        .orElseThrow(() -> new CommandFailure("no current context is set"))
                : name;
    }
}
