package dev.s2ioc.cluster.network;

import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.pod.PodAccess;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Pods whose containers are this machine: what is run in them runs here, and their ports are those of loopback. */
public final class LocalPrograms implements PodAccess, AutoCloseable {
    public final List<String> sizes = new CopyOnWriteArrayList<>();
    private final Queue<Process> started = new ConcurrentLinkedQueue<>();
    private final Map<Key, Room> rooms = new ConcurrentHashMap<>();
    private final List<BiConsumer<Room, Boolean>> listeners = new CopyOnWriteArrayList<>();

    @Override
    public ContainerProcess exec(
            Call call,
            String pod,
            String container,
            List<String> argv,
            boolean stdin,
            boolean terminal,
            Output output) {
        if (!container.isEmpty() && !container.equals("main")) {
            throw StatusException.badRequest("container " + container + " is not valid for pod " + pod);
        }
        try {
            Process process =
                    new ProcessBuilder(argv).redirectErrorStream(terminal).start();
            started.add(process);
            if (!stdin) {
                process.getOutputStream().close();
            }
            return new Program(process, output, sizes);
        } catch (IOException e) {
            throw StatusException.internal("error executing command in container: " + e.getMessage());
        }
    }

    @Override
    public ContainerProcess attach(
            Call call, String pod, String container, boolean stdin, boolean terminal, Output output) {
        return exec(call, pod, container, List.of("cat"), stdin, terminal, output);
    }

    @Override
    public SocketChannel connect(Call call, String pod, int port) throws IOException {
        return SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    }

    @Override
    public Map<Key, Room> rooms() {
        return Map.copyOf(rooms);
    }

    @Override
    public void listen(BiConsumer<Room, Boolean> listener) {
        listeners.add(listener);
    }

    /** A pod gets its room; when this returns, its programs may start. */
    public void open(Room room) {
        rooms.put(room.pod(), room);
        listeners.forEach(listener -> listener.accept(room, true));
    }

    /** Whether something that was started still runs. */
    public boolean isAnyAlive() {
        return started.stream().anyMatch(Process::isAlive);
    }

    @Override
    public void close() {
        started.forEach(Process::destroyForcibly);
    }

    private static final class Program implements ContainerProcess {
        private final Process process;
        private final List<String> sizes;
        private final List<Thread> readers;

        Program(Process process, Output output, List<String> sizes) {
            this.process = process;
            this.sizes = sizes;
            this.readers = List.of(
                    reader(process.getInputStream(), Output.Stream.STDOUT, output),
                    reader(process.getErrorStream(), Output.Stream.STDERR, output));
        }

        private Thread reader(InputStream from, Output.Stream stream, Output output) {
            return Thread.startVirtualThread(() -> {
                byte[] chunk = new byte[8192];
                try {
                    for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
                        output.write(stream, chunk, 0, count);
                    }
                } catch (IOException e) {
                    process.destroyForcibly();
                }
            });
        }

        @Override
        public OutputStream stdin() {
            return process.getOutputStream();
        }

        @Override
        public void resize(int columns, int rows) {
            sizes.add(columns + "x" + rows);
        }

        @Override
        public int await() throws InterruptedException {
            int code = process.waitFor();
            for (Thread reader : readers) {
                reader.join();
            }
            return code;
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }
    }
}
