package dev.s2ioc.cluster.store;

/** Why the store could not do what it was asked. Nothing was changed. */
public final class StoreException extends RuntimeException {
    /** What happened. */
    public enum Kind {
        /** An object with that key is there already. */
        EXISTS,
        /** No object has that key. */
        MISSING,
        /** The object has another revision than the writer expected. */
        CONFLICT,
        /** The history before that revision is gone. */
        EXPIRED,
        /** Another process holds the file. */
        BUSY,
        /** The disk (or the quota) is full. */
        FULL,
        /** The store has been closed. */
        CLOSED,
        /** The file was written by a newer program, is damaged, or the disk failed. */
        BROKEN
    }

    private final Kind kind;

    StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    StoreException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
