package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Answer;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.Watch;
import dev.s2ioc.client.WatchEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code get -w}: shows what there is, then each change until the user stops it or {@code --request-timeout} is over. */
final class WatchListing {
    private final GetCommand command;
    private final CommandContext context;
    private final Map<String, String> known = new HashMap<>();
    private String revision = "";

    WatchListing(GetCommand command, CommandContext context) {
        this.command = command;
        this.context = context;
    }

    void run(Targets targets, Listing listing) throws IOException {
        if (targets.selections().size() != 1) {
            throw new CommandFailure("watch is only supported on individual resources and resource collections"
                    + " - more than 1 resource was found");
        }
        if (!command.get.sortBy.isEmpty()) {
            context.streams()
                    .err()
                    .println(
                            command.get.watchOnly
                                    ? "warning: --watch-only requested, --sort-by will be ignored"
                                    : "warning: --watch requested, --sort-by will be ignored for watch events received");
        }
        Selection selection = targets.selections().getFirst();
        Resources resources = Targets.where(selection, command.selectors.resources(context.session()));
        listing.startWatching(selection);
        ListOptions options = selection
                .name()
                .map(ListOptions::named)
                .orElseGet(() -> command.selectors.options(command.get.pageSize()));
        if (selection.name().isPresent()) {
            showOne(selection, resources, listing);
        } else {
            showAll(selection, resources, listing, options);
        }
        Duration limit = context.session().config().requestTimeout();
        try (Watch watch = resources.watch(selection.type(), options, listing.form(), revision, known)) {
            if (limit.isPositive()) {
                watch.endingAfter(limit);
            }
            for (Optional<WatchEvent> event = watch.next(); event.isPresent(); event = watch.next()) {
                listing.show(event.get());
            }
        }
    }

    private void showOne(Selection selection, Resources resources, Listing listing) {
        try (Answer answer =
                resources.get(selection.type(), selection.name().get(), Optional.empty(), listing.form())) {
            revision =
                    listing.show(answer.body(), command.get.watchOnly, seen()).revision();
        } catch (IOException e) {
            throw context.session().broken(e);
        }
    }

    private void showAll(Selection selection, Resources resources, Listing listing, ListOptions options) {
        resources.pages(selection.type(), options, listing.form(), in -> {
            Listing.Page page = listing.show(in, command.get.watchOnly, seen());
            revision = page.revision();
            return page.next();
        });
    }

    private Consumer<JsonNode> seen() {
        return metadata ->
                known.put(Watch.key(metadata), metadata.path("resourceVersion").asText());
    }
}
