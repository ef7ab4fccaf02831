package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Answer;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Form;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.WatchEvent;
import dev.s2ioc.print.FieldOrder;
import dev.s2ioc.print.ObjectLists;
import dev.s2ioc.print.Printer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code get -o json} and its like: the one object that was named, or a list of all that were found. */
final class ObjectListing implements Listing {
    private final GetCommand command;
    private final CommandContext context;
    private final Resources resources;
    private final Printer printer;
    private final Optional<FieldOrder> order;
    private final Failures failures = new Failures();

    ObjectListing(GetCommand command, CommandContext context) {
        this.command = command;
        this.context = context;
        this.order = command.get.order();
        this.printer = command.print.listingPrinter(context.surroundings(), command.table.noHeaders);
        this.resources = command.selectors.resources(context.session());
    }

    @Override
    public Form form() {
        return Form.OBJECTS;
    }

    @Override
    public void list(Targets targets) throws IOException {
        List<ObjectNode> found = new ArrayList<>();
        for (Selection selection : targets.selections()) {
            failures.attempt(() -> found.addAll(find(selection)));
        }
        if (targets.isSingle() || command.get.ignoreNotFound && found.isEmpty()) {
            for (ObjectNode object : found) {
                print(object);
            }
        } else {
            List<ObjectNode> inOrder =
                    order.map(by -> by.sorted(found, Function.identity())).orElse(found);
            print(ObjectLists.of(inOrder));
        }
        failures.throwAny();
    }

    private List<ObjectNode> find(Selection selection) {
        if (selection.name().isEmpty()) {
            return ObjectLists.items(
                    resources.list(selection.type(), command.selectors.options(command.get.pageSize())));
        }
        Resources where = Targets.where(selection, resources);
        try (Answer answer =
                where.get(selection.type(), selection.name().get(), command.get.subresource(), Form.OBJECTS)) {
            return Json.parse(answer.body().readAllBytes()) instanceof ObjectNode object ? List.of(object) : List.of();
        } catch (ApiException e) {
            if (!command.get.ignoreNotFound || !e.isNotFound()) {
                throw e;
            }
            return List.of();
        } catch (IOException e) {
            throw context.session().broken(e);
        }
    }

    private void print(JsonNode object) throws IOException {
        printer.print(ObjectLists.sorted(object), context.streams().out());
        context.streams().out().flush();
    }

    @Override
    public void startWatching(Selection selection) {
        // Objects tell themselves what they are; there is no header to print.
    }

    @Override
    public Page show(InputStream in, boolean silent, Consumer<JsonNode> seen) throws IOException {
        JsonNode page = Json.parse(in.readAllBytes());
        List<ObjectNode> objects = page.has("items") ? ObjectLists.items(page) : List.of((ObjectNode) page);
        for (ObjectNode object : objects) {
            seen.accept(object.path("metadata"));
            if (!silent) {
                show(new WatchEvent(WatchEvent.Type.ADDED, object));
            }
        }
        JsonNode metadata = page.path("metadata");
        return new Page(
                metadata.path("resourceVersion").asText(""),
                Optional.of(metadata.path("continue").asText("")).filter(token -> !token.isEmpty()));
    }

    @Override
    public void show(WatchEvent event) throws IOException {
        boolean wrapped = command.get.watchEvents && !command.print.output.equals("name");
        print(wrapped ? Json.object().put("type", event.type().name()).set("object", event.object()) : event.object());
    }
}
