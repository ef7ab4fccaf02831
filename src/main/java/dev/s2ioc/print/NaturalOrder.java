package dev.s2ioc.print;

import java.util.Comparator;

/** The order of keys in Go's YAML: letters after everything else, runs of digits by their value. */
final class NaturalOrder implements Comparator<String> {

    @Override
    public int compare(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        int i = 0;
        while (i < a.length && i < b.length && a[i] == b[i]) {
            i++;
        }
        if (i == a.length || i == b.length) {
            return Integer.compare(a.length, b.length);
        }
        boolean letterA = Character.isLetter(a[i]);
        boolean letterB = Character.isLetter(b[i]);
        if (letterA || letterB) {
            return letterA && letterB ? Integer.compare(a[i], b[i]) : Boolean.compare(letterA, letterB);
        }
        return compareNumbers(a, b, i);
    }

    private static int compareNumbers(int[] a, int[] b, int from) {
        // A zero counts only behind a digit that is not zero: 10 and 1a differ in value, 01 and 1 do not.
        long lead = (a[from] == '0' || b[from] == '0') && followsNonZeroDigit(a, from) ? 1 : 0;
        int endA = endOfDigits(a, from);
        int endB = endOfDigits(b, from);
        int byValue = Long.compare(value(lead, a, from, endA), value(lead, b, from, endB));
        if (byValue != 0) {
            return byValue;
        }
        return endA != endB ? Integer.compare(endA, endB) : Integer.compare(a[from], b[from]);
    }

    private static boolean followsNonZeroDigit(int[] text, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(text[i]); i--) {
            if (text[i] != '0') {
                return true;
            }
        }
        return false;
    }

    private static int endOfDigits(int[] text, int from) {
        int end = from;
        while (end < text.length && Character.isDigit(text[end])) {
            end++;
        }
        return end;
    }

    private static long value(long lead, int[] text, int from, int end) {
        long value = lead;
        for (int i = from; i < end; i++) {
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }
}
