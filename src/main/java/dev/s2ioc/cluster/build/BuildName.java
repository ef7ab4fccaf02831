package dev.s2ioc.cluster.build;

import java.nio.charset.StandardCharsets;

/**
 * The names of a configuration's build and of its pod: the former name with an ending, or when that is too long, a shortened one
 * with a hash.
 */
public final class BuildName {
    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;

    private BuildName() {}

    static String of(String config, long number) {
        return shortened(config, Long.toString(number), LONGEST);
    }

    public static String ofPod(String build) {
        return shortened(build, "build", LONGEST);
    }

    private static String shortened(String base, String suffix, int longest) {
        String name = base + "-" + suffix;
        if (name.length() <= longest) {
            return name;
        }
        int room = longest - suffix.length() - 1;
        int kept = room - 9;
        return base.substring(0, kept) + "-" + hash(base.substring(kept)) + "-" + suffix;
    }

    /** A name as the value of a label, which must be shorter. */
    public static String asLabel(String name) {
        return name.length() <= LONGEST_LABEL
                ? name
                : name.substring(0, LONGEST_LABEL).replaceAll("[^A-Za-z0-9]+$", "");
    }

    /** FNV-1a, 32 bits. */
    private static String hash(String text) {
        int hash = 0x811c9dc5;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each & 0xff) * 0x01000193;
        }
        return String.format("%08x", hash);
    }
}
