package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Container;
import dev.s2ioc.cluster.engine.ContainerSpec;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageConfig;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.pod.env.ContainerVariables.MissingException;
import dev.s2ioc.cluster.pod.probe.Prober;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs one container of a pod: its image, its start, its end, and all of that again where the pod wants it. */
final class ContainerRunner {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
    private static final int MESSAGE_LIMIT = 4096;

    private final PodWorker pod;
    private final String name;
    private final ContainerState state;
    private final Role role;
    private final boolean init;
    private final PodEvents events;
    private final Backoff backoff = new Backoff();
    private volatile Container running;
    private volatile FanOut output;
    private volatile boolean stopping;
    private volatile boolean unwell;

    /** What a container is for the pod. */
    enum Role {
        INIT("initContainers"),
        MAIN("containers"),
        /** Runs once, whatever becomes of the pod. */
        ADDED(EphemeralContainers.FIELD);

        private final String list;

        Role(String list) {
            this.list = list;
        }
    }

    ContainerRunner(PodWorker pod, JsonNode container, ContainerState state, Role role) {
        this.pod = pod;
        this.name = Json.at(container, "name");
        this.state = state;
        this.role = role;
        this.init = role == Role.INIT;
        this.events = pod.events().of(role.list, name);
    }

    PodEvents events() {
        return events;
    }

    String name() {
        return name;
    }

    ContainerState state() {
        return state;
    }

    Container running() {
        return running;
    }

    FanOut output() {
        return output;
    }

    private JsonNode container() {
        return pod.container(name);
    }

    /** Until it is not to be started again. */
    void run() throws InterruptedException {
        if (!init && state.hasEnded() && !again(state.hasEndedWell() ? 0 : 1)) {
            return;
        }
        boolean first = !state.hasEnded() && !state.hasEndedBefore();
        while (!stopping) {
            Instant begin = pod.patience().instant();
            int code = once(!first);
            first = false;
            if (stopping || !again(code)) {
                return;
            }
            rest(backoff.after(begin, pod.patience().instant()));
        }
    }

    private boolean again(int code) {
        if (role == Role.ADDED) {
            return false;
        }
        JsonNode container = container();
        if (unwell && !pod.restarts().equals("Never") || PodStatus.isSidecar(container)) {
            unwell = false;
            return true;
        }
        return switch (pod.restarts()) {
            case "Always" -> !init || code != 0;
            case "OnFailure" -> code != 0;
            default -> false;
        };
    }

    private void rest(Duration pause) throws InterruptedException {
        if (pause.isZero()) {
            return;
        }
        String of = name + " pod=" + pod.identity();
        events.warning("BackOff", "Back-off restarting failed container " + name + " in pod " + pod.identity());
        state.waitAgain(
                "CrashLoopBackOff",
                "back-off "
                        + (pause.toSeconds() >= 60
                                ? pause.toMinutes() + "m" + pause.toSecondsPart() + "s"
                                : pause.toSeconds() + "s")
                        + " restarting failed container=" + of);
        pod.changed();
        pod.patience().sleep(pause);
    }

    private int once(boolean restarted) throws InterruptedException {
        try {
            ImageConfig image = new Images(pod.settings(), events, pod.files().directory(), pod.data())
                    .ensure(container(), state, pod::changed);
            int attempt = restarted ? state.restarts() + 1 : 0;
            ContainerSpec spec = plan(image, attempt);
            output = new FanOut(pod.logs().open(name, attempt));
            return run(spec, image.id(spec.image()), restarted);
        } catch (EngineException e) {
            return failed(e.getMessage(), restarted);
        } catch (IOException e) {
            return failed(e.toString(), restarted);
        }
    }

    private int failed(String why, boolean restarted) {
        events.warning("Failed", "Error: " + why);
        String now = pod.patience().now();
        state.count(restarted);
        state.end(128, "StartError", why, now, now);
        pod.changed();
        return 128;
    }

    /** What is missing may come. */
    private ContainerSpec plan(ImageConfig image, int attempt) throws InterruptedException, IOException {
        while (true) {
            try {
                return new ContainerPlan(pod.fields(), container(), pod.files(), pod.store()).spec(image, attempt);
            } catch (MissingException e) {
                events.warning("Failed", "Error: " + e.getMessage());
                state.waitAgain("CreateContainerConfigError", e.getMessage());
                pod.changed();
                pod.patience().sleep(LOOK_AGAIN);
            }
        }
    }

    private int run(ContainerSpec spec, String imageId, boolean restarted)
            throws EngineException, InterruptedException, IOException {
        events.normal("Created", "Created container: " + name);
        warnOfLimits(spec);
        Sandbox sandbox = pod.sandbox().orElseThrow(() -> new EngineException("the pod is over"));
        Container started = sandbox.start(spec, output);
        running = started;
        if (!spec.stdin()) {
            started.stdin().close();
        }
        String since = pod.patience().now();
        state.run(since, pod.engineName() + "://" + started.id(), spec.image(), imageId, restarted);
        events.normal("Started", "Started container " + name);
        Thread probes = Thread.ofVirtual().start(new ProbeLoop(pod, sandbox, this, started, container()));
        pod.changed();
        try {
            Container.Exit exit = started.await();
            output.finish();
            String reason = exit.outOfMemory() ? "OOMKilled" : exit.code() == 0 ? "Completed" : "Error";
            state.end(
                    exit.code(),
                    reason,
                    message(exit.code()),
                    since,
                    pod.patience().now());
            if (init && exit.code() == 0) {
                state.markReady();
            }
            running = null;
            started.remove();
            pod.changed();
            return exit.code();
        } finally {
            running = null;
            probes.interrupt();
        }
    }

    private void warnOfLimits(ContainerSpec spec) throws EngineException, InterruptedException {
        if (spec.memory().isPresent() || spec.cpu().isPresent()) {
            pod.settings()
                    .engines()
                    .engine()
                    .containers()
                    .limitless()
                    .ifPresent(why -> events.warning(
                            "LimitsNotApplied", "The limits of container " + name + " have no effect: " + why));
        }
    }

    private String message(int code) throws IOException {
        byte[] said = Files.readAllBytes(pod.files().message(name));
        String message = new String(said, 0, Math.min(said.length, MESSAGE_LIMIT), StandardCharsets.UTF_8);
        boolean fall = Json.at(container(), "terminationMessagePolicy").equals("FallbackToLogsOnError");
        return message.isEmpty() && code != 0 && fall ? pod.logs().lastWords(name, state.restarts()) : message;
    }

    /** It does not do what it should; it is ended and started again. */
    void restart(String why, Duration grace) throws InterruptedException {
        unwell = true;
        events.normal("Killing", why);
        end(grace);
    }

    /** It is not started again when it ends. */
    void abandon() {
        stopping = true;
    }

    /** Ends it for good. */
    void stop(Duration grace) throws InterruptedException {
        stopping = true;
        if (running != null) {
            events.normal("Killing", "Stopping container " + name);
        }
        end(grace);
    }

    private void end(Duration grace) throws InterruptedException {
        Container now = running;
        if (now == null) {
            return;
        }
        JsonNode hook = container().path("lifecycle").path("preStop");
        Instant begin = pod.patience().instant();
        Optional<Sandbox> sandbox = pod.sandbox();
        if (hook.isObject() && !grace.isZero() && sandbox.isPresent()) {
            new Prober(sandbox.get(), now, container())
                    .look(((com.fasterxml.jackson.databind.node.ObjectNode) hook.deepCopy())
                            .put("timeoutSeconds", grace.toSeconds()))
                    .ifPresent(why -> events.warning("FailedPreStopHook", "PreStopHook failed"));
        }
        Duration left = hook.isObject()
                ? grace.minus(Duration.between(begin, pod.patience().instant()))
                : grace;
        try {
            now.stop(left.isNegative() ? Duration.ZERO : left);
        } catch (EngineException e) {
            pod.settings().failures().accept(e);
        }
    }
}
