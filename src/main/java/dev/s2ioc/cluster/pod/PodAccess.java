package dev.s2ioc.cluster.pod;

import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.kind.Call;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;

/** What one can do with a pod that runs, besides reading of it. */
public interface PodAccess {

    /** Runs a program in a container of a pod; an empty container means the pod's default one. */
    ContainerProcess exec(
            Call call,
            String pod,
            String container,
            List<String> argv,
            boolean stdin,
            boolean terminal,
            Output output)
            throws InterruptedException;

    /** Joins the program of a container; killing what is answered only leaves it. */
    ContainerProcess attach(Call call, String pod, String container, boolean stdin, boolean terminal, Output output)
            throws InterruptedException;

    /** Connects to a port on which something in the pod listens. */
    SocketChannel connect(Call call, String pod, int port) throws IOException;
}
