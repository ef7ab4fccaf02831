package dev.s2ioc.command.adm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(names = "--replica-sets", description = "Remove the old ReplicaSets of Deployments too.")
    boolean replicaSets;

    private final CommandContext context;

    PruneDeploymentsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<Pruning.Kind> kinds = new ArrayList<>();
        kinds.add(new Pruning.Kind(
                KnownTypes.DEPLOYMENT_CONFIG, KnownTypes.REPLICATION_CONTROLLER, PruneDeploymentsCommand::candidate));
        if (replicaSets) {
            kinds.add(new Pruning.Kind(
                    KnownTypes.DEPLOYMENT, KnownTypes.REPLICA_SET, PruneDeploymentsCommand::replicaSet));
        }
        new Pruning(context, flags).prune("deployments", kinds);
    }

    /** That of a Deployment which is scaled to nothing; whether it ever ran well is not known. */
    private static Optional<Candidate> replicaSet(JsonNode set) {
        Optional<String> owner = set.at("/metadata/ownerReferences")
                .valueStream()
                .filter(reference -> reference.path("kind").asText().equals("Deployment"))
                .map(reference -> reference.path("name").asText())
                .findFirst();
        boolean idle = set.at("/spec/replicas").asInt(1) == 0
                && set.at("/status/replicas").asInt(0) == 0;
        return owner.filter(name -> idle).map(name -> Candidate.of(set, name, true));
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
