package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.Container;
import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;

/** The way into pods, through the workers that run them. */
record KubeletAccess(Kubelet kubelet) implements PodAccess {

    @Override
    public ContainerProcess exec(
            Call call, String pod, String container, List<String> argv, boolean stdin, boolean terminal, Output output)
            throws InterruptedException {
        Container running = running(runner(call, pod, container), container);
        try {
            return running.exec(argv, stdin, terminal, output);
        } catch (EngineException e) {
            throw StatusException.internal("error executing command in container: " + e.getMessage());
        }
    }

    @Override
    public ContainerProcess attach(
            Call call, String pod, String container, boolean stdin, boolean terminal, Output output) {
        ContainerRunner runner = runner(call, pod, container);
        Container running = running(runner, container);
        FanOut fan = runner.output();
        fan.attach(output);
        return new Attached(running, fan, output);
    }

    @Override
    public SocketChannel connect(Call call, String pod, int port) throws IOException {
        PodWorker worker = worker(call, pod);
        return worker.sandbox()
                .orElseThrow(() ->
                        StatusException.badRequest("unable to forward port because pod is not running. Current status="
                                + Json.at(stored(call, pod), "status", "phase")))
                .connect(port);
    }

    @Override
    public Map<Key, Room> rooms() {
        return kubelet.rooms();
    }

    @Override
    public void listen(BiConsumer<Room, Boolean> listener) {
        kubelet.listen(listener);
    }

    private ObjectNode stored(Call call, String pod) {
        return kubelet.store()
                .get(new Key(PodKind.TYPE.resource(), call.namespace(), pod))
                .orElseThrow(() -> StatusException.notFound(PodKind.TYPE, pod));
    }

    private PodWorker worker(Call call, String pod) {
        ObjectNode stored = stored(call, pod);
        if (Json.at(stored, "spec", "nodeName").isEmpty()) {
            throw StatusException.badRequest("pod " + pod + " does not have a host assigned");
        }
        return kubelet.worker(new Key(PodKind.TYPE.resource(), call.namespace(), pod))
                .orElseThrow(() -> StatusException.badRequest("cannot exec into a container in a completed pod; current"
                        + " phase is " + Json.at(stored, "status", "phase")));
    }

    private ContainerRunner runner(Call call, String pod, String container) {
        PodWorker worker = worker(call, pod);
        String name = ContainerChoice.of(stored(call, pod), container);
        return worker.runners().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> StatusException.badRequest("container " + name + " is not valid for pod " + pod));
    }

    private static Container running(ContainerRunner runner, String container) {
        Container running = runner.running();
        if (running == null) {
            throw StatusException.internal(
                    "container not found (\"" + (container.isEmpty() ? runner.name() : container) + "\")");
        }
        return running;
    }

    /** Which container is meant. */
    static final class ContainerChoice {
        private static final String ANNOTATION = "kubectl.kubernetes.io/default-container";

        private ContainerChoice() {}

        static String of(JsonNode pod, String given) {
            if (!given.isEmpty()) {
                return given;
            }
            String annotated =
                    pod.path("metadata").path("annotations").path(ANNOTATION).asText("");
            if (!annotated.isEmpty()) {
                return annotated;
            }
            JsonNode containers = pod.path("spec").path("containers");
            if (containers.size() == 1) {
                return Json.at(containers.get(0), "name");
            }
            String names = String.join(" ", names(containers));
            JsonNode init = pod.path("spec").path("initContainers");
            String message = "a container name must be specified for pod " + Json.at(pod, "metadata", "name")
                    + ", choose one of: [" + names + "]";
            throw StatusException.badRequest(
                    init.isEmpty()
                            ? message
                            : message + " or one of the init containers: [" + String.join(" ", names(init)) + "]");
        }

        private static List<String> names(JsonNode containers) {
            return containers.valueStream().map(each -> Json.at(each, "name")).toList();
        }
    }

    /** Follows a container until it ends, or until it is let go of. */
    private static final class Attached implements ContainerProcess {
        private final Container running;
        private final FanOut fan;
        private final Output output;
        private final CompletableFuture<Integer> end = new CompletableFuture<>();

        Attached(Container running, FanOut fan, Output output) {
            this.running = running;
            this.fan = fan;
            this.output = output;
            Thread.ofVirtual().start(() -> {
                try {
                    end.complete(running.await().code());
                } catch (InterruptedException e) {
                    end.complete(0);
                }
            });
        }

        @Override
        public OutputStream stdin() {
            return running.stdin();
        }

        @Override
        public void resize(int columns, int rows) {
            running.resize(columns, rows);
        }

        @Override
        public int await() throws InterruptedException {
            try {
                return end.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void kill() {
            fan.detach(output);
            end.complete(0);
        }
    }
}
