package dev.s2ioc.cluster.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The TAGS column: the newest tag first, and no more of them than about forty characters hold. */
final class TagsCell {
    private static final int WIDTH = 40;
    private static final int SLACK = WIDTH / 4;

    private TagsCell() {}

    static String of(JsonNode stream) {
        List<JsonNode> entries = new ArrayList<>();
        stream.path("status").path("tags").forEach(entries::add);
        entries.sort(Comparator.comparing(TagsCell::created).reversed());
        return shorten(entries.stream().map(entry -> Json.at(entry, "tag")).toList());
    }

    private static String created(JsonNode entry) {
        return entry.path("items").path(0).path("created").asText("");
    }

    /** A list that is only a little too long is shown whole: "+ 1 more" would hardly be shorter. */
    private static String shorten(List<String> tags) {
        String all = String.join(",", tags);
        if (all.length() <= WIDTH + SLACK) {
            return all;
        }
        int shown = 0;
        int length = 0;
        while (shown < tags.size() && (shown == 0 || length + tags.get(shown).length() + 1 <= WIDTH)) {
            length += tags.get(shown).length() + 1;
            shown++;
        }
        return String.join(",", tags.subList(0, shown)) + " + " + (tags.size() - shown) + " more...";
    }
}
