package dev.s2ioc.source;

import java.util.function.BooleanSupplier;

/**
 * How hard the next block is packed: one step down as soon as the line waits for it, one step up when what is packed has
 * waited for the line for a while and the processors have nothing else to do. Where one machine both sends and receives, it is
 * they that are short of time, and to pack harder would make all of it slower.
 */
final class Level {
    private static final int PATIENCE = 8;

    private final Compression compression;
    private final BooleanSupplier spareTime;
    private int level;
    private int patience = PATIENCE;

    Level(Compression compression, BooleanSupplier spareTime) {
        this.compression = compression;
        this.spareTime = spareTime;
        this.level = compression.lowest();
    }

    /**
     * The level of the next block.
     *
     * @param waiting how many packed blocks nobody has taken yet
     * @param most how many there can be
     */
    synchronized int next(int waiting, int most) {
        patience = waiting > most / 2 ? patience - 1 : PATIENCE;
        if (waiting == 0) {
            level--;
        } else if (patience <= 0 && level < compression.highest() && spareTime.getAsBoolean()) {
            level++;
            patience = PATIENCE;
        }
        level = Math.clamp(level, compression.lowest(), compression.highest());
        return level;
    }
}
