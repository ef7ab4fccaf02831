package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.print.Quantity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets how much of the machines containers ask for and may take. */
@Command(
        name = "resources",
        description = "Set how much CPU, memory and other resources containers, or builds, ask for and may take.",
        footer = {
            "",
            "Examples:",
            "  # Limit all containers of a deployment",
            "  s2ioc set resources deploy/hello --limits=cpu=200m,memory=512Mi --requests=cpu=100m,memory=256Mi",
            "",
            "  # Only one of them",
            "  s2ioc set resources deploy/hello -c web --limits=memory=1Gi",
            "",
            "  # The builds of a BuildConfig",
            "  s2ioc set resources bc/hello --limits=memory=2Gi"
        })
public final class ResourcesCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "Objects with a pod template, or BuildConfigs.")
    List<String> words = List.of();

    @Option(names = "--limits", paramLabel = "NAME=QUANTITY,…", description = "What may be taken at most.")
    String limits = "";

    @Option(names = "--requests", paramLabel = "NAME=QUANTITY,…", description = "What is set aside.")
    String requests = "";

    @Mixin
    ContainerFlags containers = new ContainerFlags();

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    ResourcesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (limits.isEmpty() && requests.isEmpty()) {
            throw new CommandFailure(
                    "you must specify an update to requests or limits (in the form of --requests/--limits)");
        }
        Map<String, String> most = quantities(limits);
        Map<String, String> least = quantities(requests);
        new Changes(context, flags, "resource requirements updated").make(words, subject -> {
            for (ObjectNode owner : owners(subject)) {
                put(owner, "limits", most);
                put(owner, "requests", least);
            }
        });
    }

    private List<ObjectNode> owners(Subject subject) {
        return subject.isBuildConfig() ? List.of(subject.spec()) : containers.requiredOfAll(PodTemplate.of(subject));
    }

    private static Map<String, String> quantities(String text) {
        Map<String, String> quantities = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] parts = pair.split("=", -1);
            if (parts.length != 2 || parts[0].isEmpty()) {
                throw new CommandFailure("Invalid argument syntax " + pair + ", expected <resource>=<value>");
            }
            if (Quantity.value(parts[1]).isEmpty()) {
                throw new CommandFailure("\"" + parts[1] + "\" is not a quantity; write it as 500m, 2, 512Mi or 1Gi");
            }
            quantities.put(parts[0], parts[1]);
        }
        return quantities;
    }

    private static void put(ObjectNode owner, String field, Map<String, String> quantities) {
        if (!quantities.isEmpty()) {
            ObjectNode values = owner.withObject("/resources").withObject("/" + field);
            quantities.forEach(values::put);
        }
    }
}
