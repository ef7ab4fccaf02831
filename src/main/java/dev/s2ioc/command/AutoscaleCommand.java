package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets the cluster set how many pods a workload has, by the load. */
@Command(
        name = "autoscale",
        description = "Let the cluster set how many pods a workload has, by the load.",
        footer = {
            "",
            "Examples:",
            "  # Between two and ten pods, so that each uses about 70%% of the CPU that it asks for",
            "  s2ioc autoscale deployment/hello --min=2 --max=10 --cpu-percent=70"
        })
public final class AutoscaleCommand implements Action {
    private static final List<String> SCALABLE =
            List.of("Deployment", "ReplicaSet", "StatefulSet", "ReplicationController", "DeploymentConfig");

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "Deployments, DeploymentConfigs, StatefulSets, ReplicaSets, ReplicationControllers.")
    List<String> words = List.of();

    @Option(names = "--min", paramLabel = "N", defaultValue = "-1", description = "At least so many pods.")
    int min;

    @Option(names = "--max", paramLabel = "N", defaultValue = "-1", description = "At most so many pods. Required.")
    int max;

    @Option(
            names = "--cpu-percent",
            paramLabel = "N",
            defaultValue = "-1",
            description =
                    "The share of the requested CPU that pods should use; what the server thinks best, unless said.")
    int cpuPercent;

    @Option(names = "--name", paramLabel = "NAME", description = "Its name; that of the workload, unless said.")
    String name = "";

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    MakingFlags making = new MakingFlags("kubectl-autoscale");

    private final CommandContext context;

    public AutoscaleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = making.report(context);
        if (max < 1) {
            throw new CommandFailure("--max=MAXPODS is required and must be at least 1, max: " + max);
        }
        if (max < min) {
            throw new CommandFailure(
                    "--max=MAXPODS must be larger or equal to --min=MINPODS, max: " + max + ", min: " + min);
        }
        new FoundObjects(context, new SelectorFlags(), files, false).forEach(words, one -> create(one, report));
    }

    private void create(FoundObjects.Found one, ChangeReport report) {
        ResourceType type = one.selection().type();
        if (!SCALABLE.contains(type.kind())) {
            throw new CommandFailure("cannot autoscale a " + type.kind());
        }
        making.make(one.resources(), KnownTypes.AUTOSCALER, autoscaler(one), "autoscaled", report);
    }

    private ObjectNode autoscaler(FoundObjects.Found one) {
        ResourceType type = one.selection().type();
        ObjectNode object = Json.object()
                .put("apiVersion", KnownTypes.AUTOSCALER.apiVersion())
                .put("kind", KnownTypes.AUTOSCALER.kind());
        object.putObject("metadata").put("name", name.isEmpty() ? one.name() : name);
        ObjectNode spec = object.putObject("spec");
        spec.putObject("scaleTargetRef")
                .put("apiVersion", type.apiVersion())
                .put("kind", type.kind())
                .put("name", one.name());
        if (min > 0) {
            spec.put("minReplicas", min);
        }
        spec.put("maxReplicas", max);
        if (cpuPercent >= 0) {
            ObjectNode cpu = spec.putArray("metrics")
                    .addObject()
                    .put("type", "Resource")
                    .putObject("resource")
                    .put("name", "cpu");
            cpu.putObject("target").put("type", "Utilization").put("averageUtilization", cpuPercent);
        }
        return object;
    }
}
