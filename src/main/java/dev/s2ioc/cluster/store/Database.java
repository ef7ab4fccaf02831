package dev.s2ioc.cluster.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The SQLite file: one writing connection, a few reading ones, the schema, and failures with a name. */
final class Database implements AutoCloseable {
    /** Work on a connection, inside a transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final int READERS = 4;
    private static final int LARGEST_IDLE_JOURNAL = 16 << 20;

    private final Path file;
    private final FileChannel lockFile;
    private Connection writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final BlockingQueue<Connection> readers = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    Database(Path file) {
        this(file, Schema.PRESENT);
    }

    Database(Path file, Schema schema) {
        this.file = file;
        this.lockFile = lock(file.resolveSibling(file.getFileName() + ".lock"));
        try {
            this.writer = connect(file, false);
            schema.bring(writer, file.toString());
            writer.commit();
            for (int i = 0; i < READERS; i++) {
                readers.add(connect(file, true));
            }
        } catch (SQLException e) {
            close();
            throw named(e);
        } catch (StoreException e) {
            close();
            throw e;
        }
    }

    /** A second process that wrote to the file would give out the same revisions again. */
    private static FileChannel lock(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StoreException(StoreException.Kind.BUSY, "another process uses " + path.getParent());
            }
            return channel;
        } catch (java.nio.channels.OverlappingFileLockException e) {
            throw new StoreException(
                    StoreException.Kind.BUSY, "this process has already opened " + path.getParent(), e);
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.BROKEN, "cannot open " + path + ": " + e.getMessage(), e);
        }
    }

    private static Connection connect(Path file, boolean reader) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // NORMAL keeps every commit when the process is killed; a power cut may lose the last ones, never the file.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(10_000);
        config.setJournalSizeLimit(LARGEST_IDLE_JOURNAL);
        config.setTransactionMode(
                reader ? SQLiteConfig.TransactionMode.DEFERRED : SQLiteConfig.TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Reads from one snapshot, beside other readers and the writer. */
    <T> T read(Work<T> work) {
        requireOpen();
        try {
            Connection connection = readers.take();
            try {
                return in(connection, work, none -> {});
            } finally {
                readers.add(connection);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.CLOSED, "interrupted while waiting for the store", e);
        }
    }

    /** Writes, one at a time; {@code committed} runs before the next writer begins. */
    <T> T write(Work<T> work, Consumer<T> committed) {
        writing.lock();
        try {
            requireOpen();
            T result = in(openWriter(), work, Database::discard);
            committed.accept(result);
            return result;
        } finally {
            writing.unlock();
        }
    }

    private Connection openWriter() {
        try {
            if (writer.isClosed()) {
                writer = connect(file, false);
            }
            return writer;
        } catch (SQLException e) {
            throw named(e);
        }
    }

    /** A connection whose transaction SQLite has ended by itself would write the next one piece by piece. */
    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw named(e);
        }
    }

    private static <T> T in(Connection connection, Work<T> work, Consumer<Connection> lost) {
        boolean done = false;
        try {
            T result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            throw named(e);
        } finally {
            if (!done && !isRolledBack(connection)) {
                lost.accept(connection);
            }
        }
    }

    private static boolean isRolledBack(Connection connection) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            // SQLite has rolled back by itself after a full disk; the first failure is the one to report.
            return false;
        }
    }

    static StoreException named(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (code) {
            case SQLITE_FULL ->
                new StoreException(
                        StoreException.Kind.FULL,
                        "the disk with the cluster's data is full: nothing was changed; make room, then try again",
                        e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new StoreException(StoreException.Kind.BUSY, "the store's file is in use by another process", e);
            default -> new StoreException(StoreException.Kind.BROKEN, "the store failed: " + e.getMessage(), e);
        };
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException(StoreException.Kind.CLOSED, "the store is closed");
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            for (int i = readers.size(); i > 0; i--) {
                readers.take().close();
            }
            if (writer != null) {
                writer.close();
            }
            lockFile.close();
        } catch (SQLException | IOException e) {
            throw new StoreException(StoreException.Kind.BROKEN, "the store did not close: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writing.unlock();
        }
    }
}
