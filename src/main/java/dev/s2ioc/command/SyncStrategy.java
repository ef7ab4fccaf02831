package dev.s2ioc.command;

import java.io.IOException;

/** A way to copy a directory into a container or out of it. */
interface SyncStrategy {

    /** What it needs is not there: another way may do. */
    final class UnavailableException extends Exception {
        UnavailableException(String message) {
            super(message);
        }
    }

    /** The name that {@code --strategy} knows it by. */
    String name();

    void copy(SyncPath from, SyncPath to) throws IOException, InterruptedException, UnavailableException;
}
