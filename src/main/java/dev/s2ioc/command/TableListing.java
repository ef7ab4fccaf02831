package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Answer;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Form;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.WatchEvent;
import dev.s2ioc.print.FieldOrder;
import dev.s2ioc.print.Table;
import dev.s2ioc.print.TableReader;
import dev.s2ioc.print.TableWriter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code get} with columns: a block of rows for each type, printed page by page. */
final class TableListing implements Listing {
    /** The row of one object that was named. */
    private record Found(ResourceType type, Table table) {}

    private final GetCommand command;
    private final CommandContext context;
    private final Resources resources;
    private final TableWriter writer;
    private final Optional<FieldOrder> order;
    private final Failures failures = new Failures();

    TableListing(GetCommand command, CommandContext context) {
        this.command = command;
        this.context = context;
        this.resources = command.selectors.resources(context.session());
        this.order = command.get.order();
        boolean wide = command.print.output.equals("wide");
        this.writer = new TableWriter(
                command.table.options(wide, command.get.watchEvents && command.get.watches()),
                context.streams().out());
    }

    @Override
    public Form form() {
        if (!command.get.serverPrint) {
            return Form.OBJECTS;
        }
        return order.isPresent() ? Form.TABLE_WITH_OBJECTS : Form.TABLE;
    }

    @Override
    public void list(Targets targets) {
        if (targets.areNamed()) {
            listNamed(targets);
        } else {
            targets.selections().forEach(selection -> listAll(selection.type(), targets.severalTypes()));
        }
        writer.flush();
        if (!writer.hasOutput() && failures.isEmpty() && !command.get.ignoreNotFound) {
            sayNothingFound(targets);
        }
        failures.throwAny();
    }

    private void listAll(ResourceType type, boolean kinds) {
        startBlock(type, kinds);
        failures.attempt(
                () -> resources.pages(type, command.selectors.options(command.get.pageSize()), form(), page -> {
                    Table table = read(page);
                    writer.add(table);
                    writer.flush();
                    // Whoever reads has left, as head does: what is still to come is for nobody.
                    return context.streams().out().checkError() ? Optional.empty() : table.next();
                }));
    }

    /** Named objects are all fetched before the first is printed: kinds are told when more than one kind was found. */
    private void listNamed(Targets targets) {
        List<Found> found = new ArrayList<>();
        for (Selection selection : targets.selections()) {
            failures.attempt(() -> fetch(selection).ifPresent(table -> found.add(new Found(selection.type(), table))));
        }
        boolean kinds = found.stream().map(Found::type).distinct().count() > 1;
        ResourceType type = null;
        for (Found one : found) {
            if (!one.type().equals(type)) {
                type = one.type();
                startBlock(type, kinds);
            }
            writer.add(one.table());
        }
    }

    private Optional<Table> fetch(Selection selection) {
        Resources where = Targets.where(selection, resources);
        try (Answer answer = where.get(selection.type(), selection.name().get(), command.get.subresource(), form())) {
            return Optional.of(read(answer.body()));
        } catch (ApiException e) {
            if (!command.get.ignoreNotFound || !e.isNotFound()) {
                throw e;
            }
            return Optional.empty();
        } catch (IOException e) {
            throw context.session().broken(e);
        }
    }

    private void startBlock(ResourceType type, boolean kinds) {
        writer.startBlock(
                kinds || command.table.showKind ? type.qualifiedSingular() : "",
                command.selectors.allNamespaces && type.namespaced());
    }

    private Table read(InputStream page) throws IOException {
        Table table = TableReader.read(page, keep(), now());
        return order.map(table::sorted).orElse(table);
    }

    private TableReader.Keep keep() {
        if (order.isPresent()) {
            return TableReader.Keep.OBJECTS;
        }
        boolean metadata = command.selectors.allNamespaces
                || command.get.watches()
                || command.table.showLabels
                || !command.table.labelColumns.isEmpty();
        return metadata ? TableReader.Keep.METADATA : TableReader.Keep.CELLS;
    }

    private Instant now() {
        return context.surroundings().clock().instant();
    }

    private void sayNothingFound(Targets targets) {
        boolean namespaced = !command.selectors.allNamespaces
                && targets.selections().stream()
                        .allMatch(selection -> selection.type().namespaced());
        context.streams()
                .err()
                .println(
                        namespaced
                                ? "No resources found in " + context.session().namespace() + " namespace."
                                : "No resources found");
    }

    @Override
    public void startWatching(Selection selection) {
        startBlock(selection.type(), false);
    }

    @Override
    public Page show(InputStream in, boolean silent, Consumer<JsonNode> seen) throws IOException {
        Table table = read(in);
        table.rows().forEach(row -> seen.accept(row.metadata()));
        writer.add(silent ? table.withoutRows() : table, WatchEvent.Type.ADDED.name());
        writer.flush();
        return new Page(table.revision(), table.next());
    }

    @Override
    public void show(WatchEvent event) throws IOException {
        JsonNode object = event.object();
        boolean trace = !object.has("kind");
        Table table = trace
                ? new Table(
                        List.of(),
                        List.of(new Table.Row(
                                List.of(object.path("metadata").path("name").asText()), object)),
                        "",
                        Optional.empty())
                : TableReader.of(object, now());
        writer.add(table, event.type().name());
        writer.flush();
    }
}
