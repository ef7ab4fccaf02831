package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a priority class, by which pods are preferred when a cluster is full. */
@Command(
        name = "priorityclass",
        description = "Create a priority class, by which pods are preferred when the cluster is full.",
        footer = {
            "",
            "Examples:",
            "  # A class for what must run first",
            "  s2ioc create priorityclass urgent --value=1000 --description='what must run first'"
        })
public final class PriorityClassCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the priority class.")
    String name;

    @Option(names = "--value", paramLabel = "NUMBER", description = "The priority; higher goes first. Default: 0")
    int value;

    @Option(
            names = "--global-default",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            description = "Whether pods that name no class have this one.")
    boolean globalDefault;

    @Option(names = "--description", paramLabel = "TEXT", description = "For what the class is meant.")
    String description = "";

    @Option(
            names = "--preemption-policy",
            paramLabel = "PreemptLowerPriority|Never",
            description = "Whether pods of the class may drive out others. Default: PreemptLowerPriority")
    String preemptionPolicy = "PreemptLowerPriority";

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    PriorityClassCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        NewObject priority = new NewObject(context, create, "scheduling.k8s.io/v1", "PriorityClass", name);
        priority.body().put("value", value);
        if (globalDefault) {
            priority.body().put("globalDefault", true);
        }
        if (!description.isEmpty()) {
            priority.body().put("description", description);
        }
        priority.body().put("preemptionPolicy", preemptionPolicy);
        priority.createOr("failed to create priorityclass: ");
    }
}
