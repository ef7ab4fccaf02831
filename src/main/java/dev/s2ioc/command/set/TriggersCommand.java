package dev.s2ioc.command.set;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Failures;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets, removes and lists what starts builds and rollouts. */
@Command(
        name = "triggers",
        description = "Set, remove or list what starts builds and rollouts: images, webhooks, changes of the object.",
        footer = {
            "",
            "Examples:",
            "  # List the triggers of a BuildConfig",
            "  s2ioc set triggers bc/hello",
            "",
            "  # Build whenever a tag gets another image, and stop doing so",
            "  s2ioc set triggers bc/hello --from-image=base:latest",
            "  s2ioc set triggers bc/hello --from-image=base:latest --remove",
            "",
            "  # Give the webhook for GitHub another secret",
            "  s2ioc set triggers bc/hello --from-github --remove",
            "  s2ioc set triggers bc/hello --from-github",
            "",
            "  # Roll a deployment out whenever a tag gets another image",
            "  s2ioc set triggers deploy/hello --from-image=hello:latest -c web",
            "",
            "  # Start nothing by itself for a while, then again",
            "  s2ioc set triggers bc/hello --manual",
            "  s2ioc set triggers bc/hello --auto"
        })
public final class TriggersCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "BuildConfigs, DeploymentConfigs, Deployments, StatefulSets, DaemonSets, CronJobs.")
    List<String> words = List.of();

    @Mixin
    TriggerFlags from = new TriggerFlags();

    @Option(names = "--auto", description = "Let the trigger, or all, fire by itself.")
    boolean auto;

    @Option(names = "--manual", description = "Keep the trigger, or all, from firing by itself.")
    boolean manual;

    @Option(names = "--remove", description = "Remove the trigger.")
    boolean remove;

    @Option(names = "--remove-all", description = "Remove all triggers.")
    boolean removeAll;

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    TriggersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        check();
        if (from.isAny() || auto || manual || remove || removeAll) {
            new Changes(context, flags, "triggers updated").make(words, this::change);
            return;
        }
        if (flags.print.isSet()) {
            throw new CommandFailure("-o prints objects that were changed: say what to change, or leave it away");
        }
        Failures failures = new Failures();
        TriggerTable table = new TriggerTable();
        for (Subject subject : new Subjects(context, flags).find(words, failures)) {
            table.add(subject, fields(subject).read());
        }
        context.streams().out().print(table);
        failures.throwAny();
    }

    private void check() {
        if (auto && manual) {
            throw new CommandFailure("you must specify at most one of --auto or --manual");
        }
        if (remove && removeAll) {
            throw new CommandFailure("you must specify either --remove or --remove-all");
        }
        if (removeAll && (from.isAny() || auto || manual)) {
            throw new CommandFailure("--remove-all may not be used with any other flag");
        }
        if (remove && (auto || manual)) {
            throw new CommandFailure("--remove cannot be used together with --auto or --manual");
        }
        if (remove && !from.isAny()) {
            throw new CommandFailure("--remove requires a flag defining a trigger type to be specified");
        }
        from.check();
    }

    private TriggerFields fields(Subject subject) {
        return TriggerFields.of(subject, subject.namespaceIn(context.session().namespace()));
    }

    private void change(Subject subject) {
        TriggerFields fields = fields(subject);
        if (from.config && !fields.hasConfig()) {
            throw new CommandFailure(subject.label() + " acts on every change of itself: that is no trigger to set");
        }
        Triggers triggers = fields.read();
        String namespace = subject.namespaceIn(context.session().namespace());
        if (removeAll) {
            triggers.clear();
        } else if (remove) {
            from.removeFrom(triggers, namespace);
        } else if (from.isAny()) {
            from.addTo(triggers, namespace, !manual);
        } else {
            triggers.setAll(auto);
        }
        fields.write(triggers);
    }
}
