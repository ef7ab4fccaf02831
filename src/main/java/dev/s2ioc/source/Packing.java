package dev.s2ioc.source;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads that make an archive: one lays it out, the others read and pack its blocks, some blocks ahead of who takes
 * them. Memory depends on the number of cores and on nothing else.
 */
final class Packing implements AutoCloseable {
    /** More than this no line takes. */
    private static final int MOST_WORKERS = 16;
    /** For less it is not worth loading the fast deflater. */
    private static final long WORTH_LOADING = 16_000_000;

    private final Compression compression;
    private final Level level;
    private final Supplier<Deflate> deflate;
    private final int most;
    private final ExecutorService workers;
    private final BlockingQueue<Future<ByteBuffer>> ahead;
    private final AtomicInteger untaken = new AtomicInteger();
    private final Queue<Workbench> benches = new ConcurrentLinkedQueue<>();
    private final Queue<ByteBuffer> buffers = new ConcurrentLinkedQueue<>();
    private final TarBlocks blocks = new TarBlocks(block -> put(submit(block)));
    private final Thread layer;
    private volatile boolean closed;

    Packing(SourceTree tree, Compression compression, long bytes) {
        int cores = Math.min(Runtime.getRuntime().availableProcessors(), MOST_WORKERS);
        this.compression = compression;
        this.level = new Level(compression, new SpareTime());
        this.deflate = bytes >= WORTH_LOADING && LibDeflate.isThere() ? LibDeflate::new : JdkDeflate::new;
        this.most = 2 * cores + 1;
        this.ahead = new ArrayBlockingQueue<>(most);
        this.workers = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("packer-", 1).factory());
        this.layer = Thread.ofPlatform().daemon().name("layout").start(() -> layOut(tree));
    }

    long files() {
        return blocks.files();
    }

    private void layOut(SourceTree tree) {
        try {
            tree.walk(blocks);
            blocks.finish();
            put(CompletableFuture.completedFuture(ByteBuffer.allocate(0)));
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable failure) {
        try {
            put(CompletableFuture.failedFuture(failure));
        } catch (InterruptedIOException e) {
            // Closed: nobody asks any more.
        }
    }

    private void put(Future<ByteBuffer> block) throws InterruptedIOException {
        try {
            if (closed) {
                throw new InterruptedIOException("closed");
            }
            ahead.put(block);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("closed");
        }
    }

    private Future<ByteBuffer> submit(TarBlock block) {
        return workers.submit(() -> pack(block));
    }

    private ByteBuffer pack(TarBlock block) throws IOException {
        ByteBuffer out = taken(buffers, () -> ByteBuffer.allocateDirect(Workbench.OUTPUT))
                .clear();
        if (compression.isNone()) {
            block.readInto(out);
        } else {
            Workbench bench = taken(benches, () -> new Workbench(deflate.get()));
            bench.pack(block, out, level.next(untaken.get(), most));
            benches.add(bench);
        }
        untaken.incrementAndGet();
        return out.flip();
    }

    private static <T> T taken(Queue<T> spare, Supplier<T> fresh) {
        T one = spare.poll();
        return one == null ? fresh.get() : one;
    }

    /** The next block of the archive; an empty one at its end. */
    ByteBuffer next() throws InterruptedException, ExecutionException {
        ByteBuffer block = ahead.take().get();
        untaken.decrementAndGet();
        return block;
    }

    /** Takes a block back that nobody needs any more. */
    void reuse(ByteBuffer block) {
        if (block.capacity() == Workbench.OUTPUT) {
            buffers.add(block);
        }
    }

    @Override
    public void close() {
        closed = true;
        layer.interrupt();
        workers.shutdownNow();
    }
}
