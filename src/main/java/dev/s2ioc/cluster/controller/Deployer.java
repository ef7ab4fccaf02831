package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.EventKind;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.log.Journals;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Does what the program in OpenShift's deployer pods does, step by step: hooks, the newest deployment's pods up, older ones down. */
final class Deployer {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Machinery machinery;
    private final Objects objects;
    private final DeployerLog log;
    private final DeploymentHooks hooks;
    private final DeploymentScaling scaling;

    Deployer(Machinery machinery, Objects objects, Journals journals) {
        this.machinery = machinery;
        this.objects = objects;
        this.log = new DeployerLog(journals);
        this.hooks = new DeploymentHooks(machinery, objects, log);
        this.scaling = new DeploymentScaling(objects, log);
    }

    /** It has been found its place: here. */
    void begin(ObjectNode pod) {
        log.begin(pod);
        report(pod, new DeployerStatus(pod, objects.time()).running());
    }

    private void report(ObjectNode pod, ObjectNode status) {
        objects.report(Key.of(Objects.PODS.resource(), pod), object -> object.set("status", status));
    }

    /** The pod is gone. */
    void forget(JsonNode pod) {
        log.delete(pod);
    }

    /**
     * Goes as far as it can.
     *
     * @return when to look again, whatever happens
     */
    Duration step(ObjectNode deployment, ObjectNode pod, List<ObjectNode> others) {
        DeploymentRun run = run(deployment, pod, others);
        try {
            if (!objects.now().isBefore(run.end())) {
                end(run, new DeployerStatus(pod, objects.time()).late());
                return LOOK_AGAIN;
            }
            return advance(run);
        } catch (DeployerFailure e) {
            warn(run);
            String message = "error: " + e.getMessage();
            log.say(pod, message);
            end(run, new DeployerStatus(pod, objects.time()).ended(message + "\n"));
            return LOOK_AGAIN;
        }
    }

    private static DeploymentRun run(ObjectNode deployment, ObjectNode pod, List<ObjectNode> others) {
        return new DeploymentRun(
                ConfigDeployment.config(deployment).orElseThrow(),
                pod,
                deployment,
                others.stream()
                        .filter(each -> ConfigDeployment.is(each, "Complete"))
                        .findFirst(),
                others);
    }

    private Duration advance(DeploymentRun begun) throws DeployerFailure {
        DeploymentRun run = begun;
        if (run.stage().isEmpty()) {
            scaling.dropOthers(run);
            run = enter(run, run.stages().getFirst());
        }
        while (isOver(run)) {
            List<String> stages = run.stages();
            int next = stages.indexOf(run.stage()) + 1;
            if (next == stages.size()) {
                warn(run);
                log.say(run.pod(), "--> Success");
                end(run, new DeployerStatus(run.pod(), objects.time()).ended(""));
                return LOOK_AGAIN;
            }
            run = enter(run, stages.get(next));
        }
        return untilDeadline(run);
    }

    private Duration untilDeadline(DeploymentRun run) {
        Instant soonest = Stream.of(run.end(), run.deadline(), scaling.next(run).orElse(Instant.MAX))
                .filter(objects.now()::isBefore)
                .min(Instant::compareTo)
                .orElse(objects.now());
        return Duration.between(objects.now(), soonest).plusMillis(10);
    }

    private DeploymentRun enter(DeploymentRun run, String stage) {
        scaling.announce(run, stage);
        ObjectNode pod = objects.report(Key.of(Objects.PODS.resource(), run.pod()), object -> {
                    ConfigDeployment.annotate(object, DeploymentRun.STAGE, stage);
                    ConfigDeployment.annotate(
                            object, DeploymentRun.SINCE, objects.now().toString());
                })
                .orElse(run.pod());
        return new DeploymentRun(run.config(), pod, run.newest(), run.from(), run.others());
    }

    private boolean isOver(DeploymentRun run) throws DeployerFailure {
        return switch (run.stage()) {
            case "pre", "mid", "post" -> hooks.isOver(run, run.stage());
            default -> scaling.isOver(run);
        };
    }

    private void end(DeploymentRun run, ObjectNode status) {
        log.end(run.pod());
        report(run.pod(), status);
    }

    /** What went wrong with the pods is told where people look. */
    private void warn(DeploymentRun run) {
        Notices notices = new Notices(machinery, DeployerPod.name(run.newest()));
        Stream.concat(run.from().stream(), Stream.of(run.newest()))
                .flatMap(deployment -> objects.list(EventKind.TYPE, run.namespace()).stream()
                        .filter(event -> Json.at(event, "type").equals("Warning"))
                        .filter(event ->
                                Json.at(event, "involvedObject", "uid").equals(Json.at(deployment, "metadata", "uid"))))
                .forEach(event -> {
                    String reason = Json.at(event, "reason");
                    String message = Json.at(event, "message");
                    log.say(
                            run.pod(),
                            "-->  " + reason + ": " + Json.at(event, "involvedObject", "name") + " " + message);
                    notices.warning(run.config(), reason, message);
                });
    }
}
