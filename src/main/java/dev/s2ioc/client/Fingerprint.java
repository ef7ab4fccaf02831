package dev.s2ioc.client;

/** A 64-bit number that stands for a run of bytes (FNV-1a); it can be taken piece by piece. */
final class Fingerprint {
    static final long NONE = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** The fingerprint of what {@code before} stands for, followed by these bytes. */
    static long of(long before, byte[] bytes, int from, int to) {
        long hash = before;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xff)) * PRIME;
        }
        return hash;
    }
}
