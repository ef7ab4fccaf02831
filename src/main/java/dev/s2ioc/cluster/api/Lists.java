package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list request: its selectors, its page, and the revision it asks for. */
final class Lists {
    /** The chosen objects, and the list's metadata. */
    record Result(List<ObjectNode> items, ObjectNode metadata) {}

    private static final String TOO_OLD =
            "The provided continue parameter is too old to display a consistent list result. You can start a new list without"
                    + " the continue parameter, or use the continue token in this response to retrieve the remainder of the"
                    + " results. Continuing with the provided token results in an inconsistent list - objects that were"
                    + " created, modified, or deleted between the time the first chunk was returned and now may show up in"
                    + " the list.";

    private final Resource resource;
    private final Call call;
    private final Selection selection;
    private final ListOptions options;
    private final int limit;

    Lists(Resource resource, Call call) {
        this.resource = resource;
        this.call = call;
        this.selection = Selection.of(resource, call);
        this.options = ListOptions.ofList(call);
        this.limit = Math.clamp(options.number("limit", 0), 0, Integer.MAX_VALUE);
    }

    Result read(long newest) {
        Optional<ContinueToken> token = call.parameter("continue")
                .map(text -> ContinueToken.parse(resource.type().resource(), text));
        if (token.isPresent() && options.revision() > 0) {
            throw StatusException.badRequest("specifying resource version is not allowed when using continue");
        }
        Optional<Long> revision =
                token.isPresent() ? token.get().exactRevision() : options.exactRevision(newest, limit);
        List<ObjectNode> items = new ArrayList<>();
        Optional<Key> after = token.map(ContinueToken::after);
        while (true) {
            Listing listing = page(new Page(limit == 0 ? 0 : limit - items.size(), after, revision), token.isPresent());
            listing.items().stream().filter(selection::matches).forEach(items::add);
            after = listing.next();
            revision = Optional.of(listing.revision());
            if (after.isEmpty() || items.size() >= limit) {
                return new Result(items, metadata(listing));
            }
        }
    }

    private Listing page(Page page, boolean continued) {
        try {
            return resource.list(call, page);
        } catch (StatusException e) {
            if (e.code() == 410 && continued) {
                throw StatusException.expired(
                        TOO_OLD, new ContinueToken(0, page.after().orElseThrow()).text());
            }
            throw e;
        }
    }

    private ObjectNode metadata(Listing listing) {
        ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(listing.revision()));
        listing.next().ifPresent(next -> {
            metadata.put("continue", new ContinueToken(listing.revision(), next).text());
            if (selection.isEverything()) {
                metadata.put("remainingItemCount", listing.remaining());
            }
        });
        return metadata;
    }
}
