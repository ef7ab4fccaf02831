package dev.s2ioc.command.clusterinfo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.print.ObjectLists;
import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes down all that may help to find out what is wrong with a cluster: objects, events, logs. */
@Command(
        name = "dump",
        description = "Write down the objects, events and logs that may help to find out what is wrong.",
        footer = {
            "",
            "Examples:",
            "  # The current namespace and kube-system, on standard output",
            "  s2ioc cluster-info dump",
            "",
            "  # Two namespaces, as files",
            "  s2ioc cluster-info dump --namespaces=demo,other --output-directory=cluster-state"
        })
final class DumpCommand implements Action {
    private static final ResourceType NODE = KnownTypes.named("nodes").orElseThrow();
    private static final List<ResourceType> TYPES = List.of(
            KnownTypes.EVENT,
            KnownTypes.REPLICATION_CONTROLLER,
            KnownTypes.SERVICE,
            KnownTypes.DAEMON_SET,
            KnownTypes.DEPLOYMENT,
            KnownTypes.REPLICA_SET,
            KnownTypes.POD,
            KnownTypes.BUILD_CONFIG,
            KnownTypes.BUILD,
            KnownTypes.IMAGE_STREAM);

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "All namespaces; --namespaces does not count then.")
    boolean allNamespaces;

    @Option(
            names = "--namespaces",
            paramLabel = "NAME",
            split = ",",
            description = "These namespaces instead of the current one and kube-system; may be repeated.")
    List<String> namespaces = List.of();

    @Option(
            names = "--output-directory",
            paramLabel = "DIR",
            description = "Write files below this directory; without it, or with -, all goes to standard output.")
    String directory = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|yaml",
            description = "In which form the objects are written. Default: json")
    String output = "json";

    private final CommandContext context;

    DumpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (!output.matches("json|yaml")) {
            throw new CommandFailure("--output must be json or yaml, not \"" + output + "\"");
        }
        Optional<String> place = Optional.of(directory).filter(name -> !name.matches("|-"));
        try (DumpOutput dump = new DumpOutput(context.streams().out(), place.map(context.surroundings()::resolve))) {
            objects(NODE, NODE.pathOfAll(), "nodes", dump);
            for (String namespace : namespaces()) {
                for (ResourceType type : TYPES) {
                    objects(type, type.path(namespace), namespace + "/" + type.plural(), dump)
                            .ifPresent(list -> logs(type, list, namespace, dump));
                }
            }
        }
        place.ifPresent(name -> context.streams().out().println("Cluster info dumped to " + name));
    }

    private List<String> namespaces() {
        if (allNamespaces) {
            List<String> all = new ArrayList<>();
            session()
                    .resources()
                    .list(KnownTypes.NAMESPACE)
                    .path("items")
                    .forEach(one -> all.add(one.path("metadata").path("name").asText()));
            return all;
        }
        if (!namespaces.isEmpty()) {
            return namespaces;
        }
        String own = session().namespace();
        return own.equals("kube-system") ? List.of(own) : List.of("kube-system", own);
    }

    private Optional<JsonNode> objects(ResourceType type, String path, String name, DumpOutput dump)
            throws IOException {
        JsonNode list;
        try {
            list = session().json(Request.get(path));
        } catch (ApiException e) {
            if (!e.isForbidden() && !e.isNotFound()) {
                throw e;
            }
            // What cannot be had must not keep the rest from being had.
            context.streams().err().println("skipped " + name + ": " + e.getMessage());
            return Optional.empty();
        }
        PrintStream out = dump.open(name + "." + output);
        JsonNode whole = list.deepCopy();
        if (whole instanceof ObjectNode object) {
            object.set("items", Json.array().addAll(ObjectLists.items(list)));
        }
        Printers.forFormat(PrintOptions.of(output)).print(ObjectLists.sorted(whole), out);
        return Optional.of(list).filter(unused -> type.equals(KnownTypes.POD));
    }

    private void logs(ResourceType type, JsonNode pods, String namespace, DumpOutput dump) {
        for (JsonNode pod : pods.path("items")) {
            String name = pod.path("metadata").path("name").asText();
            PrintStream out = dump.open(namespace + "/" + name + "/logs.txt");
            List<JsonNode> containers = new ArrayList<>();
            pod.path("spec").path("initContainers").forEach(containers::add);
            pod.path("spec").path("containers").forEach(containers::add);
            for (JsonNode container : containers) {
                String title =
                        "logs for container " + container.path("name").asText() + " of pod " + namespace + "/" + name;
                out.println("==== START " + title + " ====");
                out.print(log(
                        type.path(namespace, name) + "/log",
                        container.path("name").asText()));
                out.println("==== END " + title + " ====");
            }
        }
    }

    private String log(String path, String container) {
        try {
            return new String(session().bytes(Request.get(path).with("container", container)), StandardCharsets.UTF_8);
        } catch (ApiException e) {
            // A container that has not begun has no log; that is worth knowing, too.
            return "Request log error: " + e.getMessage() + "\n";
        }
    }

    private Session session() {
        return context.session();
    }
}
