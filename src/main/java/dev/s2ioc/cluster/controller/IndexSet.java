package dev.s2ioc.cluster.controller;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Numbers of pods as jobs write them: {@code 0,2-5,7}. */
final class IndexSet {
    private IndexSet() {}

    /** Empty for what is not written so, or has numbers that are not below the end. */
    static Optional<BitSet> parse(String text, int end) {
        BitSet indexes = new BitSet();
        if (text.isEmpty()) {
            return Optional.of(indexes);
        }
        for (String part : text.split(",", -1)) {
            if (!part.matches("[0-9]{1,9}(-[0-9]{1,9})?")) {
                return Optional.empty();
            }
            String[] ends = part.split("-");
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (first > last || last >= end || first < indexes.length()) {
                return Optional.empty();
            }
            indexes.set(first, last + 1);
        }
        return Optional.of(indexes);
    }

    /** Two that follow one another are written singly, as the API does. */
    static String write(BitSet indexes) {
        List<String> parts = new ArrayList<>();
        for (int first = indexes.nextSetBit(0); first >= 0; ) {
            int end = indexes.nextClearBit(first);
            parts.add(
                    switch (end - first) {
                        case 1 -> Integer.toString(first);
                        case 2 -> first + "," + (first + 1);
                        default -> first + "-" + (end - 1);
                    });
            first = indexes.nextSetBit(end);
        }
        return String.join(",", parts);
    }
}
