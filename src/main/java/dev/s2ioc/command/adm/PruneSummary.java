package dev.s2ioc.command.adm;

import java.util.ArrayList;
import java.util.List;

/** Counts what pruning has removed. */
final class PruneSummary {
    private int images;
    private int items;
    private int streams;
    private int layerLinks;
    private int manifests;
    private int blobs;

    void image() {
        images++;
    }

    void stream(int removed) {
        streams++;
        items += removed;
    }

    void layerLinks(int count) {
        layerLinks += count;
    }

    void manifests(int count) {
        manifests += count;
    }

    void blobs(int count) {
        blobs += count;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, images, "deleted %d image object(s)");
        add(parts, items, "deleted %d image stream tag item(s)");
        add(parts, streams, "updated %d image stream(s)");
        add(parts, layerLinks, "deleted %d layer link(s)");
        add(parts, manifests, "deleted %d manifest link(s)");
        add(parts, blobs, "deleted %d blob(s)");
        return parts.isEmpty() ? "deleted 0 objects" : String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String words) {
        if (count > 0) {
            parts.add(words.formatted(count));
        }
    }
}
