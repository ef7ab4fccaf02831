package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Removes the old deployments of DeploymentConfigs. */
@Command(
        name = "deployments",
        description = {
            "Remove old deployments of DeploymentConfigs, in all namespaces unless -n names one.",
            "",
            "Only those without a pod are removed, and none without --confirm."
        },
        footer = {
            "",
            "Examples:",
            "  # See what would be removed",
            "  s2ioc adm prune deployments --keep-complete=1",
            "",
            "  # Remove it",
            "  s2ioc adm prune deployments --keep-complete=1 --confirm"
        })
public final class PruneDeploymentsCommand implements Action {

    @Mixin
    PruneFlags flags = new PruneFlags();

    private final CommandContext context;

    PruneDeploymentsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        new Pruning(context, flags)
                .prune(
                        KnownTypes.DEPLOYMENT_CONFIG,
                        KnownTypes.REPLICATION_CONTROLLER,
                        "deployments",
                        PruneDeploymentsCommand::candidate);
    }

    private static Optional<Candidate> candidate(JsonNode controller) {
        String config = DeploymentConfigs.configOf(controller);
        String phase = DeploymentConfigs.phase(controller);
        boolean over = phase.equals("Complete") || phase.equals("Failed");
        return !config.isEmpty() && over && controller.at("/spec/replicas").asInt(1) == 0
                ? Optional.of(Candidate.of(controller, config, phase.equals("Complete")))
                : Optional.empty();
    }
}
