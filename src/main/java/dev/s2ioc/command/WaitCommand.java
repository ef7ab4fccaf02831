package dev.s2ioc.command;

import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Waits until objects are as somebody wants them: in some condition, with some value, there, or gone. */
@Command(
        name = "wait",
        description = "Wait until objects have a condition or a value, are there, or are gone.",
        footer = {
            "",
            "Examples:",
            "  # Wait for a build to be done, for five minutes at most",
            "  s2ioc wait build/app-1 --for=condition=Complete --timeout=5m",
            "",
            "  # Wait until a pod runs",
            "  s2ioc wait pod/app-1-build --for=jsonpath='{.status.phase}'=Running",
            "",
            "  # Wait until an image stream is there, until all builds of a build config are gone",
            "  s2ioc wait is/app --for=create",
            "  s2ioc wait builds -l buildconfig=app --for=delete"
        })
public final class WaitCommand implements Action {

    @Parameters(
            paramLabel = "TYPE[/NAME] | TYPE NAME",
            arity = "0..*",
            description = "What to wait for; a TYPE alone needs --all or a selector.")
    List<String> words = List.of();

    @Option(
            names = "--for",
            paramLabel = "GOAL",
            required = true,
            description = "delete, create, condition=NAME[=VALUE] (VALUE is true if not given),"
                    + " or jsonpath='{PATH}'[=VALUE] (any value if not given).")
    String goal;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = PatienceFlag.class,
            defaultValue = "30s",
            description = "How long to wait for all objects together; 0 looks once, negative is a week."
                    + " Default: ${DEFAULT-VALUE}")
    Duration timeout;

    @Option(names = "--all", description = "All objects of the types in the namespace.")
    boolean all;

    @Option(names = "--local", description = "Look at the objects of the files as they are; no server is asked.")
    boolean local;

    @Mixin
    SelectorFlags selectors = new SelectorFlags();

    @Mixin
    FilenameFlags files = FilenameFlags.recursing();

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;
    private ChangeReport report;
    private Waiting waiting;

    public WaitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        WaitGoal wanted = WaitGoal.parse(goal);
        report = new ChangeReport(context, print, new DryRunFlags());
        waiting = new Waiting(wanted, timeout);
        if (local) {
            look(wanted);
            return;
        }
        Failures failures = new Failures();
        List<Selection> objects = objects(targets(), wanted, failures);
        if (objects.isEmpty() && failures.isEmpty() && !(wanted instanceof WaitGoal.Deletion)) {
            throw new CommandFailure("no matching resources found");
        }
        for (Selection object : objects) {
            failures.attempt(() -> await(object, wanted));
        }
        failures.throwAny();
    }

    private Targets targets() throws IOException, InterruptedException {
        if (files.areSet()) {
            files.requireNoWords(words);
            return Targets.of(files, selectors, context);
        }
        if (words.isEmpty()) {
            throw new CommandFailure("You must provide one or more resources by argument or filename.\n"
                    + "Example resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n"
                    + "   '<resource> <name>'\n   '<resource>'");
        }
        Targets targets = Targets.of(words, selectors, context.session());
        if (targets.areNamed() && all) {
            throw new CommandFailure("a name cannot be given together with --all");
        }
        if (!targets.areNamed() && !all && !selectors.areSet()) {
            throw new CommandFailure("resource(s) were provided, but no name was specified");
        }
        return targets;
    }

    /** The objects that are named, or those that are there now. */
    private List<Selection> objects(Targets targets, WaitGoal wanted, Failures failures) {
        Resources resources = selectors.resources(context.session());
        List<Selection> objects = new ArrayList<>();
        for (Selection selection : targets.selections()) {
            if (selection.name().isPresent()) {
                objects.add(selection);
                continue;
            }
            failures.attempt(() -> {
                if (wanted instanceof WaitGoal.Creation) {
                    waiting.awaitAny(resources, selection.type(), selectors.options(500), "");
                }
                resources
                        .list(selection.type(), selectors.options(500))
                        .path("items")
                        .forEach(item -> objects.add(Selection.of(selection.type(), item.path("metadata"))));
            });
        }
        return objects;
    }

    private void await(Selection object, WaitGoal wanted) {
        Resources where = Targets.where(object, selectors.resources(context.session()));
        String name = object.name().orElseThrow();
        if (wanted instanceof WaitGoal.Creation) {
            waiting.awaitAny(where, object.type(), ListOptions.named(name), name);
        }
        waiting.await(where, object.type(), name)
                .ifPresent(reached -> report.tell(object.type(), reached, "condition met"));
        context.streams().out().flush();
    }

    private void look(WaitGoal wanted) throws IOException, InterruptedException {
        if (!files.areSet()) {
            throw new CommandFailure("--local needs the objects: give their files with -f");
        }
        for (ManifestObject manifest : ManifestObject.read(files, context)) {
            if (!wanted.isMet(manifest.object())) {
                throw new CommandFailure(
                        "condition not met for " + manifest.selection().type().plural() + "/" + manifest.name());
            }
            report.tell(manifest.selection().type(), manifest.object(), "condition met");
        }
    }
}
