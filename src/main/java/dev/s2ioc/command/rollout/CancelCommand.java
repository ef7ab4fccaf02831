package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.PrintFlags;
import dev.s2ioc.print.Ages;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the rollout of a DeploymentConfig that is in progress. */
@Command(
        name = "cancel",
        description = "Stop the rollout of a DeploymentConfig; what ran before goes on running.",
        footer = {"", "Examples:", "  # Stop it", "  s2ioc rollout cancel dc/hello"})
public final class CancelCommand implements Action {

    @Mixin
    Workloads workloads = new Workloads();

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    CancelCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, new DryRunFlags());
        workloads.forEach(context, found -> cancel(found, report));
    }

    private void cancel(FoundObjects.Found found, ChangeReport report) {
        String where = Workloads.namespace(found, context) + "/" + found.name();
        if (!found.selection().type().equals(KnownTypes.DEPLOYMENT_CONFIG)) {
            throw new CommandFailure("expected deployment configuration, got "
                    + found.selection().type().plural());
        }
        if (found.object().at("/spec/paused").asBoolean()) {
            throw new CommandFailure("unable to cancel paused deployment " + where);
        }
        List<JsonNode> deployments =
                new DeploymentConfigs(context.session(), Workloads.namespace(found, context)).deployments(found.name());
        if (deployments.isEmpty()) {
            throw new CommandFailure("there have been no replication controllers for " + where);
        }
        List<JsonNode> unfinished = deployments.stream()
                .filter(one -> !DeploymentConfigs.hasEnded(one))
                .toList();
        for (JsonNode one : unfinished) {
            boolean already = DeploymentConfigs.isCancelled(one);
            if (!already) {
                mark(one, found);
            }
            report.tell(found.selection().type(), found.object(), already ? "already cancelled" : "cancelling");
        }
        if (unfinished.isEmpty()) {
            context.streams().out().println(nothingToDo(deployments.getFirst()));
        }
    }

    private void mark(JsonNode deployment, FoundObjects.Found config) {
        ObjectNode fields = Json.object();
        fields.withObject("/metadata/annotations")
                .put(DeploymentConfigs.CANCELLED, "true")
                .put(DeploymentConfigs.REASON, "cancelled by the user");
        config.resources()
                .patch(
                        KnownTypes.REPLICATION_CONTROLLER,
                        deployment.at("/metadata/name").asText(),
                        "application/merge-patch+json",
                        Json.bytes(fields));
    }

    private String nothingToDo(JsonNode latest) {
        Instant now = context.surroundings().clock().instant();
        Instant created = Ages.instant(latest.at("/metadata/creationTimestamp").asText(""))
                .orElse(now);
        return "No rollout is in progress (latest rollout #" + DeploymentConfigs.version(latest) + " "
                + (DeploymentConfigs.phase(latest) + " " + Ages.ago(created, now)).toLowerCase(Locale.ROOT) + ")";
    }
}
