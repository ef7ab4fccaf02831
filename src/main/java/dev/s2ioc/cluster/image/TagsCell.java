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

    /** At least one tag; and one that makes the list only a little too long if the list would be short without it. */
    private static String shorten(List<String> tags) {
        int shown = 0;
        int left = WIDTH;
        for (String tag : tags) {
            left -= tag.length() + 1;
            boolean fits = left >= 0 || shown > 0 && SLACK < left + tag.length() && SLACK >= -left;
            if (!fits && shown > 0) {
                break;
            }
            shown++;
            if (!fits) {
                break;
            }
        }
        String list = String.join(",", tags.subList(0, shown));
        return shown == tags.size() ? list : list + " + " + (tags.size() - shown) + " more...";
    }
}
