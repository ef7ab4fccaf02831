package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Replaces all pods of a workload by new ones of the same kind. */
@Command(
        name = "restart",
        description = "Replace all pods of a workload by new ones of the same kind.",
        footer = {"", "Examples:", "  # Start all pods of a deployment anew", "  s2ioc rollout restart deploy/hello"})
public final class RestartCommand implements Action {

    @Mixin
    Workloads workloads = new Workloads();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    RolloutPatch patch = new RolloutPatch();

    private final CommandContext context;

    RestartCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, new DryRunFlags());
        workloads.forEach(context, found -> restart(found, report));
    }

    private void restart(FoundObjects.Found found, ChangeReport report) {
        String kind = found.selection().type().kind();
        if (kind.equals("DeploymentConfig")) {
            throw new CommandFailure(Workloads.words(found)
                    + " restarting is not supported; run: s2ioc rollout latest dc/" + found.name());
        }
        if (!kind.matches("Deployment|DaemonSet|StatefulSet")) {
            throw new CommandFailure(Workloads.words(found) + " restarting is not supported");
        }
        if (kind.equals("Deployment") && found.object().at("/spec/paused").asBoolean()) {
            throw new CommandFailure(
                    Workloads.words(found) + " can't restart paused deployment (run rollout resume first)");
        }
        String now = context.surroundings()
                .clock()
                .instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        ObjectNode fields = Json.object();
        fields.withObject("/spec/template/metadata/annotations").put("kubectl.kubernetes.io/restartedAt", now);
        report.tell(found.selection().type(), patch.send(found, fields), "restarted");
    }
}
