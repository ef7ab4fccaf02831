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

    private final Resource resource;
    private final Call call;
    private final Selection selection;
    private final int limit;

    Lists(Resource resource, Call call) {
        this.resource = resource;
        this.call = call;
        this.selection = Selection.of(resource, call);
        this.limit = Math.max(0, number("limit", 0).intValue());
    }

    Result read(long newest) {
        Optional<ContinueToken> token = call.parameter("continue")
                .map(text -> ContinueToken.parse(resource.type().resource(), text));
        Optional<Long> revision = token.map(ContinueToken::revision).or(() -> exactRevision(newest));
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
                throw StatusException.expired("The provided continue parameter is too old to display a consistent list"
                        + " result. You can start a new list without the continue parameter.");
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

    /** What resourceVersion and resourceVersionMatch ask for; anything at least so new is the newest. */
    private Optional<Long> exactRevision(long newest) {
        long wanted = number("resourceVersion", 0);
        String match = call.parameter("resourceVersionMatch").orElse("");
        if (!List.of("", "Exact", "NotOlderThan").contains(match)) {
            throw StatusException.badRequest("resourceVersionMatch: Unsupported value: \"" + match + "\"");
        }
        if (wanted > newest) {
            throw StatusException.timeout("Too large resource version: " + wanted + ", current: " + newest);
        }
        if (match.equals("Exact") && wanted == 0) {
            throw StatusException.badRequest(
                    "resourceVersionMatch: Forbidden: resourceVersionMatch \"Exact\" is forbidden for resourceVersion \"0\"");
        }
        return match.equals("Exact") ? Optional.of(wanted) : Optional.empty();
    }

    private Long number(String parameter, long otherwise) {
        return number(call, parameter, otherwise);
    }

    static Long number(Call call, String parameter, long otherwise) {
        try {
            return call.parameter(parameter).map(Long::valueOf).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw StatusException.badRequest(parameter + ": Invalid value: \""
                    + call.parameter(parameter).orElse("") + "\": not a number");
        }
    }
}
