package dev.s2ioc.cluster.engine;

import java.io.OutputStream;

/** A further program that runs in a container. */
public interface ContainerProcess {

    /** What it reads; closed at once when it was started without stdin. */
    OutputStream stdin();

    /** Sets the size of its terminal; without one nothing happens. */
    void resize(int columns, int rows);

    /** Waits for its end and for all its output to have been written; answers the exit status. */
    int await() throws InterruptedException;

    /** Ends it at once, with its children. */
    void kill();
}
