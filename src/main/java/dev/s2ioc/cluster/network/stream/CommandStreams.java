package dev.s2ioc.cluster.network.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.engine.Output;
import java.io.IOException;

/** The ways between a program in a container and its caller, whatever carries them. */
interface CommandStreams extends Output, AutoCloseable {

    /** Hands the program what the caller sends; returns when the caller has gone. */
    void feed(ContainerProcess process) throws IOException;

    /** Says how it ended, after all that was written. */
    void finish(ObjectNode status) throws IOException;

    @Override
    void close();
}
