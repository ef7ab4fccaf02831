package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Form;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.ResourceArguments;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.Watch;
import dev.s2ioc.client.WatchEvent;
import dev.s2ioc.describe.EventAge;
import dev.s2ioc.print.ObjectLists;
import dev.s2ioc.print.Printer;
import dev.s2ioc.print.Table;
import dev.s2ioc.print.TableOptions;
import dev.s2ioc.print.TableWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what has happened lately, the oldest first. */
@Command(
        name = "events",
        description = "List what has happened in a project, or to one object, the oldest first.",
        footer = {
            "",
            "Examples:",
            "  # What has happened in the current project",
            "  s2ioc events",
            "",
            "  # What has happened to a build, and what will",
            "  s2ioc events --for build/app-1 --watch",
            "",
            "  # Only what is worth a warning",
            "  s2ioc events --types=Warning"
        })
public final class EventsCommand implements Action {

    @Option(names = "--for", paramLabel = "TYPE/NAME", description = "Only events of this object.")
    String object = "";

    @Option(
            names = "--types",
            paramLabel = "Normal|Warning",
            split = ",",
            description = "Only events of these types; may be repeated.")
    List<String> types = List.of();

    @Option(
            names = {"-w", "--watch"},
            description = "After listing, show each event as it happens.")
    boolean watch;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "The events of all namespaces; the current one does not count then.")
    boolean allNamespaces;

    @Option(
            names = "--chunk-size",
            paramLabel = "COUNT",
            defaultValue = "500",
            description = "How many events to ask for at once; 0 asks for all. Default: ${DEFAULT-VALUE}")
    int chunkSize;

    @Option(names = "--no-headers", description = "Rows only.")
    boolean noHeaders;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;
    private Optional<Printer> printer;
    private TableWriter writer;
    private Optional<Selection> about = Optional.empty();

    public EventsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        check();
        PrintStream out = context.streams().out();
        printer = print.isSet() ? Optional.of(print.printer(context.surroundings())) : Optional.empty();
        writer = new TableWriter(new TableOptions(false, noHeaders, List.of(), false, false), out);
        writer.startBlock("", allNamespaces);
        Resources own = context.session().resources();
        Resources resources = allNamespaces ? own.inAllNamespaces() : own;
        ListOptions options = new ListOptions(Optional.empty(), fields(), chunkSize);
        ObjectNode list = resources.list(KnownTypes.EVENT, options);
        show(wanted(list));
        if (watch) {
            watch(resources, options, list);
        }
    }

    private void check() {
        if (!types.stream().allMatch(type -> type.equalsIgnoreCase("Normal") || type.equalsIgnoreCase("Warning"))) {
            throw new CommandFailure("valid --types are Normal or Warning");
        }
        if (object.isEmpty()) {
            return;
        }
        ResourceArguments words = ResourceArguments.parse(List.of(object));
        if (!words.hasNames()) {
            throw new CommandFailure("--for must be in resource/name form");
        }
        about = Optional.of(words.resolve(context.session().discovery()).getFirst());
    }

    private Optional<String> fields() {
        return about.map(selection -> "involvedObject.kind=" + selection.type().kind() + ",involvedObject.name="
                + selection.name().orElseThrow());
    }

    private List<ObjectNode> wanted(JsonNode list) {
        return ObjectLists.items(list).stream()
                .filter(this::isWanted)
                .sorted(Comparator.comparing(EventAge::lastSeen))
                .toList();
    }

    private boolean isWanted(JsonNode event) {
        return (types.isEmpty()
                        || types.stream()
                                .anyMatch(type ->
                                        type.equalsIgnoreCase(event.path("type").asText())))
                && about.map(selection -> isOfGroup(event, selection.type().group()))
                        .orElse(true);
    }

    /** Two groups may have a kind of the same name; the server cannot be asked for a group alone. */
    private static boolean isOfGroup(JsonNode event, String group) {
        String version = event.path("involvedObject").path("apiVersion").asText("");
        return version.isEmpty()
                || version.substring(0, Math.max(0, version.indexOf('/'))).equals(group);
    }

    private void show(List<ObjectNode> events) throws IOException {
        if (printer.isPresent()) {
            printer.get()
                    .print(
                            ObjectLists.sorted(ObjectLists.of(events)),
                            context.streams().out());
        } else if (!events.isEmpty()) {
            writer.add(table(events));
            writer.flush();
        } else if (!watch) {
            context.streams()
                    .err()
                    .println(
                            allNamespaces
                                    ? "No events found."
                                    : "No events found in " + context.session().namespace() + " namespace.");
        }
        context.streams().out().flush();
    }

    private void watch(Resources resources, ListOptions options, ObjectNode list) throws IOException {
        Map<String, String> known = new HashMap<>();
        list.path("items")
                .forEach(event -> known.put(
                        Watch.key(event.path("metadata")),
                        event.path("metadata").path("resourceVersion").asText()));
        String revision = list.path("metadata").path("resourceVersion").asText();
        try (Watch watching = resources.watch(KnownTypes.EVENT, options, Form.OBJECTS, revision, known)) {
            for (Optional<WatchEvent> next = watching.next(); next.isPresent(); next = watching.next()) {
                // That the server forgets an event is no event.
                if (next.get().type() != WatchEvent.Type.DELETED
                        && next.get().object() instanceof ObjectNode event
                        && isWanted(event)) {
                    showOne(event);
                }
            }
        }
    }

    private void showOne(ObjectNode event) throws IOException {
        if (printer.isPresent()) {
            printer.get().print(ObjectLists.sorted(event), context.streams().out());
            context.streams().out().flush();
        } else {
            writer.add(table(List.of(event)));
            writer.flush();
        }
    }

    private Table table(List<ObjectNode> events) {
        Instant now = context.surroundings().clock().instant();
        List<Table.Column> columns = Stream.of("Last Seen", "Type", "Reason", "Object", "Message")
                .map(name -> new Table.Column(name, "string", "", 0))
                .toList();
        List<Table.Row> rows = new ArrayList<>();
        for (ObjectNode event : events) {
            JsonNode involved = event.path("involvedObject");
            rows.add(new Table.Row(
                    List.of(
                            EventAge.of(event, now),
                            event.path("type").asText(""),
                            event.path("reason").asText(""),
                            involved.path("kind").asText("") + "/"
                                    + involved.path("name").asText(""),
                            event.path("message").asText("").strip()),
                    event));
        }
        return new Table(columns, rows, "", Optional.empty());
    }
}
