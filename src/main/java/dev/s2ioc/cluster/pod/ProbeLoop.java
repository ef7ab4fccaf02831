package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Container;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.pod.probe.Prober;
import java.time.Duration;
import java.util.Optional;

/** Looks after a container that runs: whether it has started, can be called, must be started again. */
record ProbeLoop(PodWorker pod, Sandbox sandbox, ContainerRunner runner, Container running, JsonNode container)
        implements Runnable {

    @Override
    public void run() {
        try {
            if (!begin()) {
                return;
            }
            Optional<JsonNode> startup = ContainerPlan.probe(container, "startupProbe");
            if (startup.isPresent() && !started(startup.get())) {
                return;
            }
            Optional<JsonNode> readiness = ContainerPlan.probe(container, "readinessProbe");
            runner.state().probe(true, readiness.isEmpty());
            pod.changed();
            ContainerPlan.probe(container, "livenessProbe")
                    .ifPresent(probe -> Thread.ofVirtual().start(() -> live(probe)));
            if (readiness.isPresent()) {
                ready(readiness.get());
            }
        } catch (InterruptedException e) {
            // The container has ended, and so has this.
            Thread.currentThread().interrupt();
        }
    }

    private boolean begin() throws InterruptedException {
        JsonNode hook = container.path("lifecycle").path("postStart");
        if (!hook.isObject()) {
            return true;
        }
        Optional<String> fault = prober().look(((com.fasterxml.jackson.databind.node.ObjectNode) hook.deepCopy())
                .put("timeoutSeconds", Integer.MAX_VALUE));
        if (fault.isPresent()) {
            runner.events().warning("FailedPostStartHook", "PostStartHook failed");
            runner.restart("FailedPostStartHook", pod.grace());
        }
        return fault.isEmpty();
    }

    private Prober prober() {
        return new Prober(sandbox, running, container);
    }

    private boolean isUp() {
        return runner.running() == running;
    }

    private static Duration seconds(JsonNode probe, String field) {
        return Duration.ofSeconds(probe.path(field).asLong());
    }

    private boolean started(JsonNode probe) throws InterruptedException {
        pod.patience().sleep(seconds(probe, "initialDelaySeconds"));
        for (int failures = 0; isUp(); ) {
            Optional<String> fault = prober().look(probe);
            if (fault.isEmpty()) {
                return true;
            }
            tell("Startup", fault.get());
            if (++failures >= probe.path("failureThreshold").asInt()) {
                runner.restart("Container " + runner.name() + " failed startup probe, will be restarted", pod.grace());
                return false;
            }
            pod.patience().sleep(seconds(probe, "periodSeconds"));
        }
        return false;
    }

    private void ready(JsonNode probe) throws InterruptedException {
        pod.patience().sleep(seconds(probe, "initialDelaySeconds"));
        int run = 0;
        boolean last = false;
        while (isUp()) {
            Optional<String> fault = prober().look(probe);
            run = fault.isEmpty() == last ? run + 1 : 1;
            last = fault.isEmpty();
            if (isUp()) {
                fault.ifPresent(why -> tell("Readiness", why));
                String threshold = last ? "successThreshold" : "failureThreshold";
                if (run == probe.path(threshold).asInt()) {
                    runner.state().probe(true, last);
                    pod.changed();
                }
            }
            pod.patience().sleep(seconds(probe, "periodSeconds"));
        }
    }

    private void live(JsonNode probe) {
        try {
            pod.patience().sleep(seconds(probe, "initialDelaySeconds"));
            for (int failures = 0; isUp(); ) {
                Optional<String> fault = prober().look(probe);
                failures = fault.isPresent() ? failures + 1 : 0;
                if (isUp()) {
                    fault.ifPresent(why -> tell("Liveness", why));
                    if (failures >= probe.path("failureThreshold").asInt()) {
                        runner.restart(
                                "Container " + runner.name() + " failed liveness probe, will be restarted",
                                pod.grace());
                        return;
                    }
                }
                pod.patience().sleep(seconds(probe, "periodSeconds"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String kind, String why) {
        runner.events().warning("Unhealthy", kind + " probe failed: " + why);
    }
}
