package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
            "  s2ioc autoscale deployment/hello --min=2 --max=10 --cpu=70%%",
            "",
            "  # So that each has about half a CPU and 200Mi of memory to do",
            "  s2ioc autoscale deployment/hello --max=5 --cpu=500m --memory=200Mi"
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
            description = "The older form of --cpu=N%%; what the server thinks best, unless said.")
    int cpuPercent;

    @Option(
            names = "--cpu",
            paramLabel = "N%%|AMOUNT",
            description = "What pods should use on average of the CPU: a share of what they request, or an amount as in"
                    + " 500m; a bare number counts thousandths.")
    String cpu;

    @Option(
            names = "--memory",
            paramLabel = "N%%|AMOUNT",
            description = "The same of memory, as in 200Mi; a bare number counts Mi.")
    String memory;

    @Option(names = "--name", paramLabel = "NAME", description = "Its name; that of the workload, unless said.")
    String name = "";

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    MakingFlags making = new MakingFlags("kubectl-autoscale");

    private final CommandContext context;
    private ArrayNode metrics = Json.array();

    public AutoscaleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = making.report(context);
        if (max == -1) {
            throw new CommandFailure("required flag(s) \"max\" not set");
        }
        if (max < 1) {
            throw new CommandFailure("--max=MAXPODS is required and must be at least 1, max: " + max);
        }
        if (max < min) {
            throw new CommandFailure(
                    "--max=MAXPODS must be larger or equal to --min=MINPODS, max: " + max + ", min: " + min);
        }
        if (cpuPercent > 0 && cpu != null) {
            throw new CommandFailure("--cpu-percent and --cpu are mutually exclusive");
        }
        metrics = metrics();
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
        if (!metrics.isEmpty()) {
            spec.set("metrics", metrics);
        }
        return object;
    }

    private ArrayNode metrics() {
        ArrayNode found = Json.array();
        if (cpuPercent >= 0 || cpu != null) {
            metric("cpu", cpu == null ? cpuPercent + "%" : cpu, "m", found);
        }
        if (memory != null) {
            metric("memory", memory, "Mi", found);
        }
        return found;
    }

    private static void metric(String name, String value, String unit, ArrayNode found) {
        ObjectNode target = Json.object();
        if (value.matches("[0-9]{1,9}%")) {
            target.put("type", "Utilization")
                    .put("averageUtilization", Integer.parseInt(value.substring(0, value.length() - 1)));
        } else if (value.endsWith("%")) {
            throw new CommandFailure("invalid percentage value: " + value.substring(0, value.length() - 1));
        } else if (value.matches("[0-9]*\\.?[0-9]+([numkKMGTPE]|[KMGTPE]i)?")) {
            target.put("type", "AverageValue").put("averageValue", value.matches("[0-9.]+") ? value + unit : value);
        } else {
            throw new CommandFailure("invalid resource " + name + " value: " + value);
        }
        ObjectNode metric = found.addObject().put("type", "Resource");
        metric.putObject("resource").put("name", name).set("target", target);
    }
}
