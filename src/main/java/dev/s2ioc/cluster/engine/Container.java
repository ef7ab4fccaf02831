package dev.s2ioc.cluster.engine;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** A container that has been started. Its files stay for as long as it is not removed, also when its program has ended. */
public interface Container {

    /** The engine's id, as in a pod's status after {@code ENGINE://}. */
    String id();

    /** Waits for the program's end and for all its output to have been written. */
    Exit await() throws InterruptedException;

    /** Asks the program to end (SIGTERM) and ends it with all its children when the time is over. Returns when it is gone. */
    void stop(Duration grace) throws EngineException, InterruptedException;

    /** What the program reads; closed at once when the container was started without stdin. */
    OutputStream stdin();

    /** Sets the size of its terminal; without one nothing happens. */
    void resize(int columns, int rows);

    /** Runs another program in it. */
    ContainerProcess exec(List<String> argv, boolean stdin, boolean terminal, Output output)
            throws EngineException, InterruptedException;

    /** Removes the container and its files; it must have ended. */
    void remove() throws EngineException, InterruptedException;

    /**
     * How a program ended.
     *
     * @param code its exit status; 128 and the signal's number when it was killed
     * @param outOfMemory whether the memory limit killed it
     */
    record Exit(int code, boolean outOfMemory) {}
}
