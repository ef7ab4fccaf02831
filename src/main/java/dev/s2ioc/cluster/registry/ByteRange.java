package dev.s2ioc.cluster.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a blob that a client asks for, both ends included. */
record ByteRange(long first, long last) {
    private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    long length() {
        return last - first + 1;
    }

    /** Reads a Range header; one that cannot be read is ignored, as HTTP wants it. */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher matcher = HEADER.matcher(header.trim());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
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
            return new ByteRange(Math.max(0, size - Long.parseLong(last)), size - 1);
        }
        long end = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        return new ByteRange(Long.parseLong(first), end);
    }
}
