package dev.s2ioc.cluster.image;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tags of a repository matter most: latest, short versions, whole versions, the rest; higher versions first. */
final class TagOrder {
    private static final Pattern VERSION =
            Pattern.compile("v?(\\d{1,9})(?:\\.(\\d{1,9})(?:\\.(\\d{1,9}))?)?(?:-([0-9A-Za-z.-]+))?");
    private static final Comparator<String> COMPARATOR = Comparator.comparingInt(TagOrder::rank)
            .thenComparing(TagOrder::version, Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder());

    private TagOrder() {}

    static List<String> of(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.isEmpty() ? TagName.DEFAULT_TAG : tag)
                .distinct()
                .sorted(COMPARATOR)
                .toList();
    }

    private static int rank(String tag) {
        if (tag.equals(TagName.DEFAULT_TAG)) {
            return 0;
        }
        Matcher version = VERSION.matcher(tag);
        if (!version.matches()) {
            return 4;
        }
        return version.group(4) != null ? 3 : version.group(3) == null ? 1 : 2;
    }

    private static String version(String tag) {
        Matcher version = VERSION.matcher(tag);
        if (!version.matches()) {
            return "";
        }
        StringBuilder sortable = new StringBuilder();
        for (int part = 1; part <= 3; part++) {
            String number = version.group(part) == null ? "0" : version.group(part);
            sortable.append("0".repeat(9 - number.length())).append(number);
        }
        return sortable.toString();
    }
}
