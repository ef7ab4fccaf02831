package dev.s2ioc.cluster.pod;

import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The way into pods that run. Refusals are StatusExceptions in the kubelet's words; an empty container name means the one that the
 * pod's annotation or its only container names.
 */
public interface PodAccess {

    /** Runs another program in a container that runs. */
    ContainerProcess exec(
            Call call, String pod, String container, List<String> argv, boolean stdin, boolean terminal, Output output)
            throws InterruptedException;

    /** Follows a container's output from now on, and writes to what it reads. Killing this only lets go of it. */
    ContainerProcess attach(Call call, String pod, String container, boolean stdin, boolean terminal, Output output)
            throws InterruptedException;

    /** Connects to a port of a pod. */
    SocketChannel connect(Call call, String pod, int port) throws IOException;

    /** Those that are open now, by their pods' keys. */
    Map<Key, Room> rooms();

    /** Calls back when one opens or has closed: true for opened. It must not block for long; what is open already is told at once. */
    void listen(BiConsumer<Room, Boolean> listener);

    /**
     * What the containers of one pod share.
     *
     * @param pod its key
     * @param uid the pod's
     * @param hosts the file that its containers see as /etc/hosts; keep the lines that are there, and write in place
     */
    record Room(Key pod, String uid, Sandbox sandbox, Path hosts) {}
}
