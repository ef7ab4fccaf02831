package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the last rollout of a DeploymentConfig again, when it has failed. */
@Command(
        name = "retry",
        description = "Start the last rollout of a DeploymentConfig again, when it has failed.",
        footer = {"", "Examples:", "  # Try it again", "  s2ioc rollout retry dc/hello"})
public final class RetryCommand implements Action {
    private static final String DEPLOYER = "openshift.io/deployer-pod-for.name";

    @Mixin
    Workloads workloads = new Workloads();

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    RetryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, new DryRunFlags());
        workloads.forEach(context, found -> retry(found, report));
    }

    private void retry(FoundObjects.Found found, ChangeReport report) {
        String name = found.name();
        if (!found.selection().type().equals(KnownTypes.DEPLOYMENT_CONFIG)) {
            throw new CommandFailure("expected deployment configuration, got "
                    + found.selection().type().plural());
        }
        if (found.object().at("/spec/paused").asBoolean()) {
            throw new CommandFailure("unable to retry paused deployment config \"" + name + "\"");
        }
        long version = found.object().at("/status/latestVersion").asLong(0);
        if (version == 0) {
            throw new CommandFailure("no rollouts found for \"" + name + "\"");
        }
        JsonNode latest = new DeploymentConfigs(context.session(), Workloads.namespace(found, context))
                .latest(found.object())
                .orElseThrow(() -> new CommandFailure("unable to find the latest rollout (#" + version
                        + ").\nYou can start a new rollout with 's2ioc rollout latest dc/" + name + "'."));
        requireFailed(latest, version, name);
        restart(latest, found);
        report.tell(found.selection().type(), found.object(), "retried rollout #" + version);
    }

    private static void requireFailed(JsonNode latest, long version, String name) {
        String phase = DeploymentConfigs.phase(latest);
        if (!phase.equals("Failed")) {
            throw new CommandFailure("rollout #" + version + " is " + phase.toLowerCase(Locale.ROOT)
                    + "; only failed deployments can be retried.\n"
                    + (phase.equals("Complete")
                            ? "You can start a new deployment with 's2ioc rollout latest dc/" + name + "'."
                            : "Optionally, you can cancel this deployment with 's2ioc rollout cancel dc/" + name
                                    + "'."));
        }
    }

    /** The pods of the last try are in the way of the next one. */
    private static void restart(JsonNode latest, FoundObjects.Found config) {
        String deployment = latest.at("/metadata/name").asText();
        config.resources()
                .list(KnownTypes.POD, ListOptions.ALL.withLabels(DEPLOYER + "=" + deployment))
                .path("items")
                .forEach(pod -> config.resources()
                        .delete(
                                KnownTypes.POD,
                                pod.at("/metadata/name").asText(),
                                Json.object().put("gracePeriodSeconds", 0)));
        ObjectNode fields = Json.object();
        fields.withObject("/metadata/annotations")
                .put(DeploymentConfigs.PHASE, "New")
                .putNull(DeploymentConfigs.REASON)
                .putNull(DeploymentConfigs.CANCELLED);
        config.resources()
                .patch(
                        KnownTypes.REPLICATION_CONTROLLER,
                        deployment,
                        "application/merge-patch+json",
                        Json.bytes(fields));
    }
}
