package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.describe.Describers;
import dev.s2ioc.describe.Viewpoint;
import dev.s2ioc.print.ObjectLists;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what objects are, how they fare and what has happened to them. */
@Command(
        name = "describe",
        description = "Show details of one or many resources, with what has happened to them.",
        footer = {
            "",
            "Examples:",
            "  # Describe an image stream: its tags, and which images they held",
            "  s2ioc describe is s2i-simple-builder",
            "",
            "  # Describe all builds of a build config",
            "  s2ioc describe builds -l buildconfig=app",
            "",
            "  # Describe every pod whose name starts with app-1",
            "  s2ioc describe pod app-1"
        })
public final class DescribeCommand implements Action {

    @Parameters(
            paramLabel = "TYPE[/NAME] | TYPE NAME",
            arity = "0..*",
            description = "What to describe; a name may be the beginning of several.")
    List<String> words = List.of();

    @Mixin
    SelectorFlags selectors = new SelectorFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Option(
            names = "--chunk-size",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many objects to ask for at once; 0 asks for all. Default: ${DEFAULT-VALUE}")
    int chunkSize;

    @Option(
            names = "--show-events",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Whether to show what has happened lately. Default: ${DEFAULT-VALUE}")
    boolean showEvents;

    @Option(names = "--show-secrets", description = "Show the secrets in the addresses of webhooks.")
    boolean showSecrets;

    @Option(
            names = "--compare",
            description = "With a build: also how long it and its stages took in the build before.")
    boolean compare;

    private final CommandContext context;
    private Describers describers;
    private boolean described;

    public DescribeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Targets targets = targets();
        describers = new Describers(new Viewpoint(
                context.session(),
                context.surroundings().clock().instant(),
                context.streams().terminal().colour(),
                showEvents,
                showSecrets,
                compare));
        Resources resources = selectors.resources(context.session());
        Failures failures = new Failures();
        for (Selection selection : targets.selections()) {
            failures.attempt(() -> describe(selection, Targets.where(selection, resources)));
        }
        if (!described && failures.isEmpty()) {
            context.streams().err().println(nothingFound(targets));
        }
        failures.throwAny();
    }

    private Targets targets() throws IOException, InterruptedException {
        if (files.areSet()) {
            files.requireNoWords(words);
            return Targets.of(files, selectors, context);
        }
        if (words.isEmpty()) {
            throw new CommandFailure(
                    "You must specify the type of resource to describe.\nSee 's2ioc describe --help' for usage.");
        }
        return Targets.of(words, selectors, context.session());
    }

    private String nothingFound(Targets targets) {
        boolean inNamespace = !selectors.allNamespaces
                && targets.selections().stream()
                        .anyMatch(selection -> selection.type().namespaced());
        return "No resources found" + (inNamespace ? " in " + context.session().namespace() + " namespace." : "");
    }

    private void describe(Selection selection, Resources resources) {
        if (selection.name().isEmpty()) {
            for (ObjectNode object :
                    ObjectLists.items(resources.list(selection.type(), selectors.options(chunkSize)))) {
                print(selection, whole(selection, object, resources));
            }
            return;
        }
        String name = selection.name().get();
        try {
            print(selection, resources.get(selection.type(), name));
        } catch (ApiException e) {
            if (!e.isNotFound() || !describeAllThatBeginWith(name, selection, resources)) {
                throw e;
            }
        }
    }

    /** Image stream tags are listed without what is known of their images; each must be asked for by itself. */
    private static JsonNode whole(Selection selection, ObjectNode listed, Resources resources) {
        if (!selection.type().equals(KnownTypes.IMAGE_STREAM_TAG)) {
            return listed;
        }
        JsonNode metadata = listed.path("metadata");
        return resources
                .in(metadata.path("namespace").asText())
                .get(selection.type(), metadata.path("name").asText());
    }

    private boolean describeAllThatBeginWith(String name, Selection selection, Resources resources) {
        List<ObjectNode> found;
        try {
            found = ObjectLists.items(resources.list(
                            selection.type(), new ListOptions(Optional.empty(), Optional.empty(), chunkSize)))
                    .stream()
                    .filter(object ->
                            object.path("metadata").path("name").asText("").startsWith(name))
                    .toList();
        } catch (ApiException e) {
            // What cannot be listed has no beginnings; that the name itself was not found is the answer.
            return false;
        }
        found.forEach(object -> print(selection, whole(selection, object, resources)));
        return !found.isEmpty();
    }

    private void print(Selection selection, JsonNode object) {
        String description = describers.of(selection.type()).describe(object);
        PrintStream out = context.streams().out();
        out.print((described ? "\n\n" : "") + description);
        out.flush();
        described = true;
    }
}
