package dev.s2ioc.cluster.build.input;

/** How much a source may hold: a small archive can unpack to more than a disk takes. */
public record Limits(long bytes, long entries) {
    public static final Limits DEFAULT = new Limits(16L << 30, 1_000_000);
}
