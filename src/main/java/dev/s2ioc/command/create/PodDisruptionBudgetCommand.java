package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.LabelSelector;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a budget: how many of some pods may be away at a time. */
@Command(
        name = "poddisruptionbudget",
        description = "Create a budget of how many of some pods may be away at a time.",
        footer = {
            "",
            "Examples:",
            "  # At least one of the pods labeled app=web must stay",
            "  s2ioc create poddisruptionbudget web --selector=app=web --min-available=1",
            "",
            "  # At most half of them may go",
            "  s2ioc create pdb web --selector=app=web --max-unavailable=50%%"
        })
public final class PodDisruptionBudgetCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the budget.")
    String name;

    @Option(names = "--selector", paramLabel = "SELECTOR", description = "The labels of the pods, as in app=web.")
    String selector = "";

    @Option(
            names = "--min-available",
            paramLabel = "COUNT|PERCENT",
            description = "How many pods must stay: a number, or a part such as 50%%.")
    String minAvailable = "";

    @Option(
            names = "--max-unavailable",
            paramLabel = "COUNT|PERCENT",
            description = "How many pods may be away: a number, or a part such as 50%%.")
    String maxUnavailable = "";

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    PodDisruptionBudgetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (selector.isEmpty()) {
            throw new CommandFailure("a selector must be specified");
        }
        if (minAvailable.isEmpty() && maxUnavailable.isEmpty()) {
            throw new CommandFailure("one of min-available or max-unavailable must be specified");
        }
        if (!minAvailable.isEmpty() && !maxUnavailable.isEmpty()) {
            throw new CommandFailure("min-available and max-unavailable cannot be both specified");
        }
        NewObject budget = new NewObject(context, create, "policy/v1", "PodDisruptionBudget", name);
        ObjectNode spec = budget.body().putObject("spec");
        NewObject.putNumberOrText(spec, "minAvailable", minAvailable);
        NewObject.putNumberOrText(spec, "maxUnavailable", maxUnavailable);
        spec.set("selector", LabelSelector.parse(selector).toJson());
        budget.createOr("failed to create poddisruptionbudgets: ");
    }
}
