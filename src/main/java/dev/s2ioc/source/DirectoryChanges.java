package dev.s2ioc.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits until something changes in a directory or below it, and until it is quiet there again. */
public final class DirectoryChanges implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] ALL = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_MODIFY
    };

    private final Path root;
    private final Duration quiet;
    private final WatchService watcher;

    /** Watches from now on. */
    public DirectoryChanges(Path root, Duration quiet) throws IOException {
        this.root = root;
        this.quiet = quiet;
        this.watcher = root.getFileSystem().newWatchService();
        watchAll();
    }

    /** Directories that are watched already stay so. */
    private void watchAll() throws IOException {
        try (Stream<Path> below = Files.walk(root)) {
            for (Path path : (Iterable<Path>) below::iterator) {
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    path.register(watcher, ALL);
                }
            }
        } catch (java.io.UncheckedIOException | NoSuchFileException e) {
            // It went while we looked: that is a change, too, which has been told.
            if (!Files.isDirectory(root)) {
                throw new NoSuchFileException(root.toString());
            }
        }
    }

    /**
     * Returns when something has changed and nothing has since for a while, so that a build that is going on is not copied half.
     *
     * @throws NoSuchFileException when the directory itself is gone
     */
    public void await() throws IOException, InterruptedException {
        for (WatchKey key = watcher.take(); key != null; key = watcher.poll(quiet.toMillis(), TimeUnit.MILLISECONDS)) {
            List<WatchEvent<?>> events = key.pollEvents();
            key.reset();
            if (!Files.isDirectory(root)) {
                throw new NoSuchFileException(root.toString());
            }
            if (!events.isEmpty()) {
                watchAll();
            }
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}
