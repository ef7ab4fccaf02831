package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.BlockOutput;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.User;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Lets the log of a deployment say what the pods of its hooks say. */
final class HookLogs {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Reader(Thread thread, long run) {}

    private final Kinds kinds;
    private final DeployerLog log;
    /** By the uid of the deployer's pod: hooks come one after the other. */
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();

    HookLogs(Kinds kinds, DeployerLog log) {
        this.kinds = kinds;
        this.log = log;
    }

    private static String key(DeploymentRun run, JsonNode pod) {
        return uid(run.pod()) + " " + uid(pod);
    }

    private static String uid(JsonNode object) {
        return Json.at(object, "metadata", "uid");
    }

    /** Begins to read when the pod begins to run, and when it does again. */
    void read(DeploymentRun run, ObjectNode pod, String label) {
        long restarts = PodState.restarts(pod);
        readers.compute(key(run, pod), (key, reader) -> {
            if (reader != null && (reader.run() == restarts || reader.thread().isAlive())) {
                return reader;
            }
            if (restarts > 0) {
                log.say(run.pod(), "--> " + label + ": Retrying hook pod (retry #" + restarts + ")");
            }
            return new Reader(Thread.ofVirtual().name("hook-log").start(() -> copy(run, pod)), restarts);
        });
    }

    /** Reads the rest of what the pod has said, which has ended. */
    void readAll(DeploymentRun run, ObjectNode pod, String label) {
        read(run, pod, label);
        try {
            if (!readers.remove(key(run, pod)).thread().join(PATIENCE)) {
                log.say(run.pod(), "warning: Unable to read all logs from " + Json.at(pod, "metadata", "name"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(DeploymentRun run, ObjectNode pod) {
        String name = Json.at(pod, "metadata", "name");
        Call call = new Call(User.SYSTEM, run.namespace(), Map.of("follow", List.of("true")));
        Lines lines = new Lines(line -> log.say(run.pod(), line));
        try {
            kinds.subresource(Objects.PODS, "log")
                    .orElseThrow()
                    .serve(new Subresource.Request(call, Verb.get, name, List.of(), Subresource.Body.NONE, lines));
            lines.end();
        } catch (IOException | StatusException e) {
            log.say(run.pod(), "warning: Unable to retrieve hook logs from " + name + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The answer, taken apart into lines. */
    private static final class Lines extends BlockOutput implements Subresource.Reply {
        private final Consumer<String> each;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        private Lines(Consumer<String> each) {
            this.each = each;
        }

        @Override
        public void json(int code, JsonNode body) throws IOException {
            throw new IOException(Json.at(body, "message"));
        }

        @Override
        public OutputStream stream(String contentType) {
            return this;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n') {
                    each.accept(line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(bytes[i]);
                }
            }
        }

        private void end() {
            if (line.size() > 0) {
                each.accept(line.toString(StandardCharsets.UTF_8));
            }
        }
    }
}
