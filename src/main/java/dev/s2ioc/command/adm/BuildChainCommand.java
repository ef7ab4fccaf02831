package dev.s2ioc.command.adm;

import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.adm.BuildGraph.Node;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows which builds depend on a tag of an image stream, and what depends on those. */
@Command(
        name = "build-chain",
        description = "Show which builds depend on a tag of an image stream, and what depends on those.",
        footer = {
            "",
            "Examples:",
            "  # See which builds start when a tag gets another image",
            "  s2ioc adm build-chain base:latest",
            "",
            "  # See what an image is built from, whether it starts builds or not",
            "  s2ioc adm build-chain hello:latest --reverse --trigger-only=false",
            "",
            "  # Draw it, over all projects",
            "  s2ioc adm build-chain base:latest --all -o dot | dot -T svg -o chain.svg"
        })
public final class BuildChainCommand implements Action {

    @Parameters(arity = "0..1", paramLabel = "STREAM[:TAG]", description = "The tag; latest unless said.")
    String name;

    @Option(names = "--all", description = "Look into all projects that you can see.")
    boolean all;

    @Option(
            names = "--trigger-only",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Only images that start builds, rather than all that are built from."
                    + " Default: ${DEFAULT-VALUE}")
    boolean triggersOnly;

    @Option(names = "--reverse", description = "Show what the tag is built from.")
    boolean reverse;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "dot",
            description = "For the program dot, rather than for people.")
    String output = "";

    private final CommandContext context;

    BuildChainCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (!output.isEmpty() && !output.equals("dot")) {
            throw new CommandFailure("output must be either empty or 'dot'");
        }
        if (name == null) {
            throw new CommandFailure(
                    "Must pass an image stream tag. If only an image stream name is specified, 'latest'"
                            + " will be used for the tag.\nSee 's2ioc adm build-chain -h' for help and examples");
        }
        String own = context.session().namespace();
        Node root = BuildGraph.tag(own, tagName());
        BuildGraph graph = graph(own);
        if (!graph.has(root)) {
            String tag = root.name().substring("istag/".length());
            context.session().resources().get(KnownTypes.IMAGE_STREAM_TAG, tag);
            out().println("Image stream tag \"" + tag + "\" in \"" + own + "\" doesn't have any dependencies.");
        } else if (output.equals("dot")) {
            dot(graph, root);
        } else {
            tree(graph, root, new ArrayDeque<>());
        }
    }

    private String tagName() {
        String[] parts = name.split("/", -1);
        boolean typed = parts.length == 2
                && KnownTypes.named(parts[0])
                        .filter(KnownTypes.IMAGE_STREAM_TAG::equals)
                        .isPresent();
        if (parts.length > 1 && !typed || parts[parts.length - 1].isEmpty()) {
            throw new CommandFailure("\"" + name + "\" is not a tag of an image stream, as in base:latest");
        }
        return parts[parts.length - 1];
    }

    private BuildGraph graph(String own) {
        BuildGraph graph = new BuildGraph(triggersOnly, reverse);
        Resources resources = context.session().resources();
        TreeSet<String> namespaces = new TreeSet<>(List.of(own));
        if (all) {
            resources
                    .list(KnownTypes.PROJECT)
                    .path("items")
                    .forEach(project ->
                            namespaces.add(project.at("/metadata/name").asText()));
        }
        for (String namespace : namespaces) {
            resources.in(namespace).list(KnownTypes.BUILD_CONFIG).path("items").forEach(graph::add);
        }
        return graph;
    }

    /** What is on the way to a node is not shown again below it. */
    private void tree(BuildGraph graph, Node node, Deque<Node> way) {
        out().println("\t".repeat(way.size()) + label(node));
        way.push(node);
        for (Node next : graph.after(node)) {
            if (way.contains(next)) {
                context.streams().err().println("warning: " + label(next) + " is built from itself");
            } else {
                tree(graph, next, way);
            }
        }
        way.pop();
    }

    private String label(Node node) {
        return all ? "<" + node.namespace() + " " + node.name() + ">" : node.name();
    }

    private void dot(BuildGraph graph, Node root) {
        Map<Node, Integer> numbers = new LinkedHashMap<>();
        number(graph, root, numbers);
        out().println("digraph \"" + root.name().substring("istag/".length()) + "\" {");
        numbers.forEach((node, number) -> out().println("  " + number + " [label=\"" + label(node) + "\"];"));
        numbers.forEach((node, number) ->
                graph.after(node).forEach(next -> out().println("  " + number + " -> " + numbers.get(next) + ";")));
        out().println("}");
    }

    private static void number(BuildGraph graph, Node node, Map<Node, Integer> numbers) {
        if (numbers.putIfAbsent(node, numbers.size() + 1) == null) {
            graph.after(node).forEach(next -> number(graph, next, numbers));
        }
    }

    private PrintStream out() {
        return context.streams().out();
    }
}
