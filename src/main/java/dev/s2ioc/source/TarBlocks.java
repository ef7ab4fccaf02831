package dev.s2ioc.source;

import java.io.IOException;

/** Lays out the entries of a walk as a tar, in blocks that can be read apart from each other. */
final class TarBlocks implements SourceTree.Visitor {

    /** Takes the blocks in their order. */
    interface Taker {
        void take(TarBlock block) throws IOException;
    }

    private final Taker taker;
    private TarBlock block = new TarBlock();
    private volatile long files;

    TarBlocks(Taker taker) {
        this.taker = taker;
    }

    @Override
    public void sent(SourceEntry entry) throws IOException {
        add(TarHeader.of(entry));
        if (entry.kind() == SourceEntry.Kind.FILE && entry.size() > 0) {
            add(new SourceFile(entry.file()), entry.size());
            add(TarHeader.padding(entry.size()));
        }
        files = files + (entry.kind() == SourceEntry.Kind.FILE ? 1 : 0);
    }

    /** How many files have been laid out so far; any thread may ask. */
    long files() {
        return files;
    }

    private void add(SourceFile file, long size) throws IOException {
        // Expected until all of it is laid out: the readers of the first blocks must not close it.
        file.expectReader();
        for (long from = 0; from < size; ) {
            int count = (int) Math.min(size - from, block.room());
            block.add(file, from, count);
            from += count;
            pass();
        }
        file.done();
    }

    private void add(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            int count = Math.min(bytes.length - from, block.room());
            block.add(bytes, from, count);
            from += count;
            pass();
        }
    }

    private void pass() throws IOException {
        if (block.room() == 0) {
            taker.take(block);
            block = new TarBlock();
        }
    }

    /** Ends the tar. */
    void finish() throws IOException {
        add(TarHeader.END);
        if (block.length() > 0) {
            taker.take(block);
        }
    }
}
