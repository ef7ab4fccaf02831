package dev.s2ioc.source;

/**
 * How hard an archive is packed: the levels of gzip, of which 0 is none. Where lowest and highest differ, the line decides.
 *
 * @param lowest what is left while the line waits for the packing
 * @param highest what is reached while the packing waits for the line
 */
public record Compression(int lowest, int highest) {
    public static final Compression NONE = new Compression(0, 0);
    /** The lowest is the quickest that makes source at most a tenth larger than gzip's own default does. */
    public static final Compression AUTO = new Compression(2, 9);

    /** One level for all of it, from 1, the quickest, to 9, the smallest: the same tree gives the same bytes. */
    public static Compression level(int level) {
        return new Compression(level, level);
    }

    boolean isNone() {
        return highest == 0;
    }
}
