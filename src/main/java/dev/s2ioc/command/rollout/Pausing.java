package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** What {@code pause} and {@code resume} share: whose rollouts, and that one field of theirs. */
public final class Pausing {

    @Mixin
    Workloads workloads = new Workloads();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    RolloutPatch patch = new RolloutPatch();

    void set(boolean paused, CommandContext context) throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, new DryRunFlags());
        workloads.forEach(context, found -> set(paused, found, report));
    }

    private void set(boolean paused, FoundObjects.Found found, ChangeReport report) {
        if (!found.selection().type().kind().matches("Deployment|DeploymentConfig")) {
            throw new CommandFailure(
                    Workloads.words(found) + (paused ? " pausing" : " resuming") + " is not supported");
        }
        if (found.object().at("/spec/paused").asBoolean() == paused) {
            throw new CommandFailure(Workloads.words(found) + " is " + (paused ? "already" : "not") + " paused");
        }
        ObjectNode fields = Json.object();
        fields.putObject("spec").put("paused", paused);
        report.tell(found.selection().type(), patch.send(found, fields), paused ? "paused" : "resumed");
    }
}
