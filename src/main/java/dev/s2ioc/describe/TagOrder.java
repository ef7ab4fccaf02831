package dev.s2ioc.describe;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The order in which a stream's tags are told: latest, then versions with the newest first, then all others by name. */
final class TagOrder {
    private static final Pattern MINOR = Pattern.compile("\\d{1,9}\\.\\d{1,9}");
    private static final Pattern FULL = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(-.*)?");

    private TagOrder() {}

    static List<String> sorted(Collection<String> tags) {
        return tags.stream()
                .sorted(Comparator.comparingInt(TagOrder::group)
                        .thenComparing(TagOrder::compareVersions)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int group(String tag) {
        if (tag.equals("latest")) {
            return 0;
        }
        return MINOR.matcher(tag).matches() ? 1 : FULL.matcher(tag).matches() ? 2 : 3;
    }

    /** Newest first; zero for what is no version. */
    private static int compareVersions(String left, String right) {
        if (group(left) % 3 == 0) {
            return 0;
        }
        String[] a = left.split("-", 2);
        String[] b = right.split("-", 2);
        String[] numbersA = a[0].split("\\.");
        String[] numbersB = b[0].split("\\.");
        for (int i = 0; i < numbersA.length; i++) {
            int difference = Integer.compare(Integer.parseInt(numbersB[i]), Integer.parseInt(numbersA[i]));
            if (difference != 0) {
                return difference;
            }
        }
        // 1.0.0-rc1 is older than 1.0.0.
        return a.length != b.length ? Integer.compare(a.length, b.length) : right.compareTo(left);
    }
}
