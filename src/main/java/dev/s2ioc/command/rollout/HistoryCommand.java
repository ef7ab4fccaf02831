package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.DeploymentConfigs;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.FoundObjects;
import dev.s2ioc.command.PrintFlags;
import dev.s2ioc.describe.PodTemplateDescriber;
import dev.s2ioc.print.Printer;
import dev.s2ioc.print.TabWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what a workload has been, or shows one revision of it. */
@Command(
        name = "history",
        description = "List the revisions of a workload, or show one of them.",
        footer = {
            "",
            "Examples:",
            "  # List them",
            "  s2ioc rollout history deploy/hello",
            "",
            "  # Show what the pods of one were made from",
            "  s2ioc rollout history deploy/hello --revision=3"
        })
public final class HistoryCommand implements Action {

    @Mixin
    Workloads workloads = new Workloads();

    @Option(names = "--revision", paramLabel = "N", defaultValue = "0", description = "Show this one.")
    long revision;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    HistoryCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (revision < 0) {
            throw new CommandFailure("revision must be a positive integer: " + revision);
        }
        workloads.forEach(context, this::show);
    }

    private void show(FoundObjects.Found found) {
        ResourceType type = found.selection().type();
        boolean config = type.equals(KnownTypes.DEPLOYMENT_CONFIG);
        History history = config ? ofConfig(found) : History.of(found);
        if (print.isSet()) {
            print(history);
            return;
        }
        String title = type.objectName(found.name()) + " " + (revision > 0 ? "with revision #" + revision : "");
        String body = revision > 0
                ? PodTemplateDescriber.describe(revision(history).template())
                : config ? configTable(history) : table(history);
        context.streams().out().println(title + "\n" + body);
    }

    private History ofConfig(FoundObjects.Found found) {
        List<JsonNode> deployments =
                new DeploymentConfigs(context.session(), Workloads.namespace(found, context)).deployments(found.name());
        return new History(
                "DeploymentConfig",
                deployments.reversed().stream()
                        .map(one -> new History.Revision(DeploymentConfigs.version(one), one))
                        .toList());
    }

    private History.Revision revision(History history) {
        return history.find(revision).orElseThrow(() -> new CommandFailure("unable to find the specified revision"));
    }

    private void print(History history) {
        Printer printer = print.printer(context.surroundings());
        List<History.Revision> wanted = revision > 0 ? List.of(revision(history)) : history.revisions();
        ResourceType type = switch (history.kind()) {
            case "Deployment" -> KnownTypes.REPLICA_SET;
            case "DeploymentConfig" -> KnownTypes.REPLICATION_CONTROLLER;
            default -> KnownTypes.CONTROLLER_REVISION;
        };
        for (History.Revision one : wanted) {
            ObjectNode whole = one.object().deepCopy();
            whole.put("apiVersion", type.apiVersion()).put("kind", type.kind());
            try {
                printer.print(whole, context.streams().out());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String table(History history) {
        if (history.revisions().isEmpty()) {
            return "No rollout history found.";
        }
        TabWriter rows = TabWriter.forKubernetes().line("REVISION", "CHANGE-CAUSE");
        history.revisions()
                .forEach(one ->
                        rows.line(String.valueOf(one.number()), one.cause().isEmpty() ? "<none>" : one.cause()));
        return rows.toString();
    }

    private static String configTable(History history) {
        if (history.revisions().isEmpty()) {
            return "No rollout history found.";
        }
        TabWriter rows = TabWriter.forKubernetes().line("REVISION", "STATUS", "CAUSE");
        for (History.Revision one : history.revisions()) {
            String cause = DeploymentConfigs.annotation(one.object(), DeploymentConfigs.REASON);
            rows.line(
                    String.valueOf(one.number()),
                    DeploymentConfigs.phase(one.object()),
                    cause.isEmpty() ? "<unknown>" : cause);
        }
        return rows.toString();
    }
}
