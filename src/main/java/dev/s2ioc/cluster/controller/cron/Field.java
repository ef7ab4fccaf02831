package dev.s2ioc.cluster.controller.cron;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One of the five fields of a schedule.
 *
 * @param values those at which it is due
 * @param any whether it was a star: no condition
 */
record Field(BitSet values, boolean any) {

    /** What a field can have: numbers from one to another, and names for them from the lowest on. */
    record Bounds(int lowest, int highest, List<String> names) {}

    static final Bounds MINUTES = new Bounds(0, 59, List.of());
    static final Bounds HOURS = new Bounds(0, 23, List.of());
    static final Bounds DAYS = new Bounds(1, 31, List.of());
    static final Bounds MONTHS = new Bounds(
            1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));
    static final Bounds WEEKDAYS = new Bounds(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    /** {@code *}, {@code 5}, {@code 1-5}, {@code 10-20/2}, and lists of these. */
    static Field parse(String text, Bounds bounds) throws ScheduleException {
        BitSet values = new BitSet();
        boolean any = false;
        for (String part : text.split(",")) {
            if (!part.isEmpty()) {
                any |= add(part, bounds, values);
            }
        }
        return new Field(values, any);
    }

    private static boolean add(String part, Bounds bounds, BitSet values) throws ScheduleException {
        String[] slashed = part.split("/", -1);
        if (slashed.length > 2) {
            throw new ScheduleException("too many slashes: " + part);
        }
        String[] ends = slashed[0].split("-", -1);
        if (ends.length > 2) {
            throw new ScheduleException("too many hyphens: " + part);
        }
        boolean star = slashed[0].equals("*") || slashed[0].equals("?");
        int first = star ? bounds.lowest() : value(ends[0], bounds);
        int last = star ? bounds.highest() : ends.length == 2 ? value(ends[1], bounds) : first;
        int step = 1;
        if (slashed.length == 2) {
            step = number(slashed[1]);
            last = !star && ends.length == 1 ? bounds.highest() : last;
        }
        check(first, last, step, bounds, part);
        for (int i = first; i <= last; i += step) {
            values.set(i);
        }
        return star && step == 1;
    }

    private static void check(int first, int last, int step, Bounds bounds, String part) throws ScheduleException {
        if (first < bounds.lowest()) {
            throw new ScheduleException(
                    "beginning of range (" + first + ") below minimum (" + bounds.lowest() + "): " + part);
        }
        if (last > bounds.highest()) {
            throw new ScheduleException(
                    "end of range (" + last + ") above maximum (" + bounds.highest() + "): " + part);
        }
        if (first > last) {
            throw new ScheduleException(
                    "beginning of range (" + first + ") beyond end of range (" + last + "): " + part);
        }
        if (step == 0) {
            throw new ScheduleException("step of range should be a positive number: " + part);
        }
    }

    private static int value(String text, Bounds bounds) throws ScheduleException {
        int name = bounds.names().indexOf(text.toLowerCase(Locale.ROOT));
        return name >= 0 ? name + bounds.lowest() : number(text);
    }

    private static int number(String text) throws ScheduleException {
        if (!text.matches("[0-9]{1,9}")) {
            throw new ScheduleException("failed to parse int from " + text + ": it is no number");
        }
        return Integer.parseInt(text);
    }

    boolean has(int value) {
        return values.get(value);
    }
}
