package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.ConfigRollback;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a workload back to an earlier revision. */
@Command(
        name = "undo",
        description = "Take a workload back to an earlier revision.",
        footer = {
            "",
            "Examples:",
            "  # Take the last change back",
            "  s2ioc rollout undo deploy/hello",
            "",
            "  # Back to a certain revision",
            "  s2ioc rollout undo deploy/hello --to-revision=3"
        })
public final class UndoCommand implements Action {
    /** What is told of the deployment itself, not of one revision. */
    private static final Set<String> OF_DEPLOYMENT = Set.of(
            LastApplied.ANNOTATION,
            History.REVISION,
            "deployment.kubernetes.io/revision-history",
            "deployment.kubernetes.io/desired-replicas",
            "deployment.kubernetes.io/max-replicas",
            "deprecated.deployment.rollback.to");

    @Mixin
    Workloads workloads = new Workloads();

    @Option(
            names = "--to-revision",
            paramLabel = "N",
            defaultValue = "0",
            description = "Back to this one; 0 is the one before the current one. Default: ${DEFAULT-VALUE}")
    long revision;

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;

    UndoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, dryRun);
        if (revision < 0) {
            throw new CommandFailure("unable to find specified revision " + revision + " in history");
        }
        workloads.forEach(context, found -> undo(found, report));
    }

    private void undo(FoundObjects.Found found, ChangeReport report) {
        if (found.selection().type().equals(KnownTypes.DEPLOYMENT_CONFIG)) {
            undoConfig(found, report);
            return;
        }
        boolean deployment = found.selection().type().equals(KnownTypes.DEPLOYMENT);
        if (deployment && found.object().at("/spec/paused").asBoolean()) {
            throw new CommandFailure("you cannot rollback a paused deployment; resume it first with"
                    + " 's2ioc rollout resume' and try again");
        }
        History.Revision target = History.of(found).target(revision);
        if (plain(target.template()).equals(plain(found.object().at("/spec/template")))) {
            report.tell(
                    found.selection().type(),
                    found.object(),
                    "skipped rollback (current template already matches revision " + target.number() + ")");
            return;
        }
        JsonNode result = found.object();
        if (!dryRun.isClient()) {
            result = found.resources()
                    .patch(
                            found.selection().type(),
                            found.name(),
                            deployment ? "application/json-patch+json" : "application/strategic-merge-patch+json",
                            Json.bytes(
                                    deployment
                                            ? operations(found, target)
                                            : target.object().path("data")),
                            dryRun.parameters());
        }
        report.tell(found.selection().type(), result, "rolled back");
    }

    /** Without what the server has added to tell revisions apart. */
    private static JsonNode plain(JsonNode template) {
        ObjectNode plain = template.deepCopy();
        plain.remove("$patch");
        if (plain.at("/metadata/labels") instanceof ObjectNode labels) {
            labels.remove("pod-template-hash");
        }
        if (plain.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("creationTimestamp");
        }
        return plain;
    }

    private static ArrayNode operations(FoundObjects.Found found, History.Revision target) {
        ObjectNode annotations = Json.object();
        found.object().at("/metadata/annotations").properties().stream()
                .filter(one -> OF_DEPLOYMENT.contains(one.getKey()))
                .forEach(one -> annotations.set(one.getKey(), one.getValue()));
        target.object().at("/metadata/annotations").properties().stream()
                .filter(one -> !OF_DEPLOYMENT.contains(one.getKey()))
                .forEach(one -> annotations.set(one.getKey(), one.getValue()));
        ArrayNode operations = Json.array();
        replace(operations, "/spec/template", plain(target.template()));
        replace(operations, "/metadata/annotations", annotations);
        return operations;
    }

    private static void replace(ArrayNode operations, String path, JsonNode value) {
        operations.addObject().put("op", "replace").put("path", path).set("value", value);
    }

    private void undoConfig(FoundObjects.Found found, ChangeReport report) {
        if (found.object().at("/spec/paused").asBoolean()) {
            throw new CommandFailure("cannot undo a paused deployment config; resume it first with"
                    + " 's2ioc rollout resume dc/" + found.name() + "' and try again");
        }
        ConfigRollback rollback =
                new ConfigRollback(new DeploymentConfigs(context.session(), Workloads.namespace(found, context)));
        JsonNode target = rollback.target(found.object(), revision);
        JsonNode result = rollback.planned(found.object(), target, revision, false, false, false);
        if (!dryRun.isClient()) {
            result = found.resources().update(found.selection().type(), found.name(), result, dryRun.parameters());
        }
        report.tell(found.selection().type(), result, "rolled back");
    }
}
