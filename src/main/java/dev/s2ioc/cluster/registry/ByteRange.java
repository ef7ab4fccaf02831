package dev.s2ioc.cluster.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a blob that a client asks for, both ends included. */
record ByteRange(long first, long last) {
    private static final Pattern HEADER = Pattern.compile("bytes=(\\d*)-(\\d*)");
    private static final int DIGITS = 18;

    long length() {
        return last - first + 1;
    }

    /** Reads a Range header; one that cannot be read, or asks for several parts, is ignored, as HTTP wants it. */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher matcher = HEADER.matcher(header.trim());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        boolean backwards = !matcher.group(1).isEmpty()
                && !matcher.group(2).isEmpty()
                && number(matcher.group(1)) > number(matcher.group(2));
        if (backwards) {
            return Optional.empty();
        }
        ByteRange range = within(matcher.group(1), matcher.group(2), size);
        if (range.first > range.last || range.first >= size) {
            throw new RegistryException(416, "RANGE_INVALID", "the blob has " + size + " bytes, not " + header);
        }
        return Optional.of(range);
    }

    private static ByteRange within(String first, String last, long size) {
        if (first.isEmpty()) {
            return new ByteRange(Math.max(0, size - number(last)), size - 1);
        }
        return new ByteRange(number(first), last.isEmpty() ? size - 1 : Math.min(number(last), size - 1));
    }

    private static long number(String digits) {
        return digits.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }
}
