package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Instant;
import java.util.Optional;

/** The steps of a deployment that change how many pods there are, with the words of OpenShift's deployer. */
final class DeploymentScaling {
    private final Objects objects;
    private final DeployerLog log;

    DeploymentScaling(Objects objects, DeployerLog log) {
        this.objects = objects;
        this.log = log;
    }

    /** Deployments that never were complete make place first. */
    void dropOthers(DeploymentRun run) {
        for (ObjectNode each : run.others()) {
            boolean isFrom = run.from().isPresent() && run.from().get() == each;
            if (!isFrom && Rollout.replicas(each) > 0) {
                scale(each, 0);
                log.say(run.pod(), "--> Scaled older deployment " + name(each) + " down");
            }
        }
    }

    private static String name(JsonNode deployment) {
        return Json.at(deployment, "metadata", "name");
    }

    private void scale(ObjectNode deployment, long replicas) {
        objects.change(
                DeploymentPhases.key(deployment),
                object -> Json.child(object, "spec").put("replicas", replicas));
    }

    void announce(DeploymentRun run, String stage) {
        run.from().ifPresent(from -> {
            switch (stage) {
                case "down" -> log.say(run.pod(), "--> Scaling " + name(from) + " down to zero");
                case "check" -> {
                    if (run.wanted() > 0) {
                        log.say(run.pod(), "--> Scaling " + run.name() + " to 1 before performing acceptance check");
                    }
                }
                case "roll" -> {
                    RollingAmounts amounts = RollingAmounts.of(run);
                    log.say(
                            run.pod(),
                            "--> Scaling up " + run.name() + " from " + Rollout.replicas(run.newest()) + " to "
                                    + run.wanted() + ", scaling down " + name(from) + " from "
                                    + Rollout.replicas(from) + " to 0 (keep " + amounts.least()
                                    + " pods available, don't exceed " + amounts.most() + " pods)");
                }
                default -> {
                    // Says what it does when it does it.
                }
            }
        });
    }

    boolean isOver(DeploymentRun run) throws DeployerFailure {
        return switch (run.stage()) {
            case "down" -> run.from().isEmpty() || isDown(run, run.from().get());
            case "check" -> run.from().isEmpty() || run.wanted() == 0 || isUp(run, 1, true);
            case "up" -> run.wanted() == 0 || isUp(run, run.wanted(), run.from().isEmpty());
            case "roll" -> isRolled(run, run.from().orElseThrow());
            default -> throw new IllegalStateException("no step of a deployment: " + run.stage());
        };
    }

    private boolean isLate(DeploymentRun run) {
        return !objects.now().isBefore(run.deadline());
    }

    private boolean isDown(DeploymentRun run, ObjectNode from) {
        if (Rollout.replicas(from) > 0) {
            scale(from, 0);
            return false;
        }
        boolean running = objects.list(Objects.PODS, run.namespace()).stream()
                .filter(pod -> Owner.owns(from, pod))
                .anyMatch(pod -> !PodState.hasEnded(pod));
        if (running && isLate(run)) {
            log.say(
                    run.pod(),
                    "--> Failed to wait for old pods to be terminated: timed out waiting for the condition\n"
                            + "New pods may be scaled up before old pods get terminated!");
            return true;
        }
        return !running;
    }

    /** @param available whether it is not enough that the pods are there */
    private boolean isUp(DeploymentRun run, long wanted, boolean available) throws DeployerFailure {
        if (Rollout.replicas(run.newest()) != wanted) {
            if (run.stage().equals("up")) {
                log.say(run.pod(), "--> Scaling " + run.name() + " to " + wanted);
            }
            scale(run.newest(), wanted);
            return false;
        }
        if (isSettled(run.newest()) && (!available || Rollout.available(run.newest()) == wanted)) {
            return true;
        }
        if (isLate(run)) {
            throw new DeployerFailure("update acceptor rejected " + run.name() + ": pods for rc '" + run.namespace()
                    + "/" + run.name() + "' took longer than " + ConfigStrategy.timeout(run.config())
                    + " seconds to become available");
        }
        return false;
    }

    /** There are as many pods as were asked for last. */
    private static boolean isSettled(JsonNode deployment) {
        return deployment.path("status").path("replicas").asLong(0) == Rollout.replicas(deployment)
                && deployment.path("status").path("observedGeneration").asLong(0)
                        >= deployment.path("metadata").path("generation").asLong(0);
    }

    private boolean isRolled(DeploymentRun run, ObjectNode from) throws DeployerFailure {
        if (!isSettled(run.newest()) || !isSettled(from)) {
            return expire(run);
        }
        long old = Rollout.replicas(from);
        long now = Rollout.replicas(run.newest());
        if (now == run.wanted() && old == 0) {
            return true;
        }
        RollingAmounts amounts = RollingAmounts.of(run);
        long up = amounts.up(old, now);
        long down = amounts.down(old, now, Rollout.available(run.newest()));
        if (up > now) {
            progress(run, "    Scaling " + run.name() + " up to " + up);
            scale(run.newest(), up);
        } else if (down < old && !objects.now().isBefore(pause(run))) {
            progress(run, "    Scaling " + name(from) + " down to " + down);
            scale(from, down);
        } else {
            return expire(run);
        }
        return false;
    }

    private boolean expire(DeploymentRun run) throws DeployerFailure {
        if (isLate(run)) {
            throw new DeployerFailure("timed out waiting for any update progress to be made");
        }
        return false;
    }

    private void progress(DeploymentRun run, String line) {
        log.say(run.pod(), line);
        objects.report(
                Key.of(Objects.PODS.resource(), run.pod()),
                pod -> ConfigDeployment.annotate(
                        pod, DeploymentRun.SINCE, objects.now().toString()));
    }

    private static Instant pause(DeploymentRun run) {
        return run.since()
                .plusSeconds(run.parameters().path("updatePeriodSeconds").asLong(1));
    }

    /** When the time between two changes is over. */
    Optional<Instant> next(DeploymentRun run) {
        return run.stage().equals("roll") ? Optional.of(pause(run)) : Optional.empty();
    }
}
