package dev.s2ioc.cluster.pod;

import dev.s2ioc.cluster.engine.Container;
import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.engine.ContainerSpec;
import dev.s2ioc.cluster.engine.Containers;
import dev.s2ioc.cluster.engine.Credentials;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageBuild;
import dev.s2ioc.cluster.engine.ImageConfig;
import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.engine.PullPolicy;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.engine.SandboxSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** An engine whose containers do what a test says: end with the next of their codes, and run on when there is none left. */
final class FakeContainers implements Engine, Containers {
    final List<ContainerSpec> started = new CopyOnWriteArrayList<>();
    final List<String> stopped = new CopyOnWriteArrayList<>();
    final List<String> pulled = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedDeque<Integer> codes = new ConcurrentLinkedDeque<>();
    final Map<String, CompletableFuture<Integer>> running = new ConcurrentHashMap<>();
    final java.util.concurrent.atomic.AtomicInteger open = new java.util.concurrent.atomic.AtomicInteger();
    volatile String pullFailure = "";
    volatile String missing = "";
    volatile boolean shared;
    volatile String limitless = "";

    @Override
    public String describe() {
        return "fake";
    }

    @Override
    public Containers containers() throws EngineException {
        if (!missing.isEmpty()) {
            throw new EngineException(missing);
        }
        return this;
    }

    @Override
    public Optional<String> limitless() {
        return Optional.of(limitless).filter(why -> !why.isEmpty());
    }

    @Override
    public Sandbox open(SandboxSpec spec) {
        open.incrementAndGet();
        return new FakeSandbox();
    }

    @Override
    public void pull(String reference, PullPolicy policy, Credentials credentials, Consumer<String> log)
            throws EngineException {
        if (!pullFailure.isEmpty()) {
            throw new EngineException(pullFailure);
        }
        pulled.add(reference);
    }

    @Override
    public ImageConfig inspect(String image) throws EngineException {
        if (!pulled.contains(image)) {
            throw new EngineException("no such image");
        }
        return new ImageConfig(
                "sha256:1234", "1001", Map.of(), List.of("FROM_IMAGE=1"), List.of("/entry"), List.of("arg"), "/work");
    }

    @Override
    public String build(ImageBuild build, Consumer<String> log) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String push(String image, String destination, Credentials credentials, Consumer<String> log) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void export(String image, Path tar) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int run(String image, List<String> argv, Map<String, String> environment, Consumer<String> log) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String image) {}

    private final class FakeSandbox implements Sandbox {
        @Override
        public String address() {
            return "127.128.0.1";
        }

        @Override
        public boolean sharesNetwork() {
            return shared;
        }

        @Override
        public SocketChannel connect(int port) throws IOException {
            throw new ConnectException("connection refused: nothing listens on port " + port);
        }

        @Override
        public String network() {
            return address();
        }

        @Override
        public Optional<ServerSocketChannel> listen(InetSocketAddress address) {
            return Optional.empty();
        }

        @Override
        public Container start(ContainerSpec spec, Output output) {
            CompletableFuture<Integer> end = new CompletableFuture<>();
            running.put(spec.name(), end);
            started.add(spec);
            byte[] said = ("hello from " + spec.name() + "\nand no line end").getBytes(StandardCharsets.UTF_8);
            try {
                output.write(Output.Stream.STDOUT, said, 0, said.length);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Integer code = codes.poll();
            if (code != null) {
                end.complete(code);
            }
            return new FakeContainer(spec.name(), end);
        }

        @Override
        public void close() {
            open.decrementAndGet();
            running.values().forEach(each -> each.complete(137));
        }
    }

    private final class FakeContainer implements Container {
        private final String name;
        private final CompletableFuture<Integer> end;

        FakeContainer(String name, CompletableFuture<Integer> end) {
            this.name = name;
            this.end = end;
        }

        @Override
        public String id() {
            return "id-" + name;
        }

        @Override
        public Exit await() throws InterruptedException {
            try {
                return new Exit(end.get(), false);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void stop(Duration grace) {
            stopped.add(name + " " + grace.toSeconds());
            end.complete(143);
        }

        @Override
        public OutputStream stdin() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void resize(int columns, int rows) {}

        @Override
        public ContainerProcess exec(List<String> argv, boolean stdin, boolean terminal, Output output)
                throws EngineException {
            throw new EngineException("no such program: " + argv.getFirst());
        }

        @Override
        public void remove() {}
    }
}
