package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs what a strategy wants to be done before, amid and after a deployment, in the words of OpenShift's deployer. */
final class DeploymentHooks {
    /** The hook whose pod has been made. */
    private static final String BEGUN = "s2ioc.dev/deployer-hook";

    private final Machinery machinery;
    private final Objects objects;
    private final DeployerLog log;
    private final HookLogs logs;

    DeploymentHooks(Machinery machinery, Objects objects, DeployerLog log) {
        this.machinery = machinery;
        this.objects = objects;
        this.log = log;
        this.logs = new HookLogs(machinery.kinds(), log);
    }

    /** Whether nothing is left to be done; begins it when it has not been begun. */
    boolean isOver(DeploymentRun run, String label) throws DeployerFailure {
        JsonNode hook = run.hook(label);
        if (!hook.isObject()) {
            return true;
        }
        try {
            if (!hook.path("tagImages").isEmpty()) {
                tag(run, hook, label);
            } else if (!isPodOver(run, hook, label)) {
                return false;
            }
        } catch (DeployerFailure e) {
            fail(run, hook, label, e.getMessage());
            return true;
        }
        tell(run, false, "Completed", "The " + label + "-hook for rc " + rc(run) + " completed successfully");
        return true;
    }

    private static String rc(DeploymentRun run) {
        return run.namespace() + "/" + run.name();
    }

    private void tell(DeploymentRun run, boolean warning, String reason, String message) {
        Notices notices = new Notices(machinery, DeployerPod.name(run.newest()));
        if (warning) {
            notices.warning(run.config(), reason, message);
        } else {
            notices.normal(run.config(), reason, message);
        }
    }

    /** Retrying is the pod's own work: when it has failed at last, that is as good as giving up. */
    private void fail(DeploymentRun run, JsonNode hook, String label, String why) throws DeployerFailure {
        String failed = "The " + label + "-hook failed: " + why;
        if (Json.at(hook, "failurePolicy").equals("Ignore")) {
            tell(run, true, "Failed", failed + " (ignore), rollout of " + rc(run) + " will continue");
            return;
        }
        tell(run, true, "Failed", failed + ", aborting rollout of " + rc(run));
        throw new DeployerFailure(
                label + " hook failed: the " + label + " hook failed: " + why + ", aborting rollout of " + rc(run));
    }

    private void tag(DeploymentRun run, JsonNode hook, String label) throws DeployerFailure {
        String images = hook.path("tagImages")
                .valueStream()
                .flatMap(each -> image(run, each).stream()
                        .map(image -> "image \"" + image + "\" as \"" + Json.at(each, "to", "name") + "\""))
                .collect(Collectors.joining(","));
        tell(run, false, "Started", "Running " + label + "-hook (TagImages) " + images + " for rc " + rc(run));
        List<String> failures = new ArrayList<>();
        for (JsonNode each : hook.path("tagImages")) {
            Optional<String> image = image(run, each);
            if (image.isEmpty()) {
                failures.add("unable to find image for container \"" + Json.at(each, "containerName")
                        + "\", container could not be found");
                continue;
            }
            String space = Json.at(each, "to", "namespace");
            try {
                objects.tag(space.isEmpty() ? run.namespace() : space, Json.at(each, "to", "name"), image.get());
                log.say(
                        run.pod(),
                        "--> " + label + ": Tagged \"" + image.get() + "\" into " + space + "/"
                                + Json.at(each, "to", "name"));
            } catch (StatusException e) {
                failures.add(e.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            throw new DeployerFailure(
                    failures.size() == 1 ? failures.getFirst() : "[" + String.join(", ", failures) + "]");
        }
    }

    private static Optional<String> image(DeploymentRun run, JsonNode tagged) {
        return HookPod.container(run, Json.at(tagged, "containerName")).map(found -> Json.at(found, "image"));
    }

    private boolean isPodOver(DeploymentRun run, JsonNode hook, String label) throws DeployerFailure {
        Optional<ObjectNode> pod =
                objects.get(new Key(Objects.PODS.resource(), run.namespace(), HookPod.name(run, label)));
        boolean begun = ConfigDeployment.annotation(run.pod(), BEGUN).equals(label);
        if (pod.isEmpty() && begun) {
            String gone =
                    label + ": pod/" + HookPod.name(run, label) + "[" + run.namespace() + "] unexpectedly deleted";
            log.say(run.pod(), gone);
            throw new DeployerFailure(gone);
        }
        if (pod.isEmpty()) {
            begin(run, hook, label);
            return false;
        }
        return switch (PodState.phase(pod.get())) {
            case "Running" -> {
                logs.read(run, pod.get(), label);
                yield false;
            }
            case "Succeeded", "Failed" -> {
                logs.readAll(run, pod.get(), label);
                boolean well = PodState.phase(pod.get()).equals("Succeeded");
                log.say(run.pod(), "--> " + label + (well ? ": Success" : ": Failed"));
                if (!well) {
                    throw new DeployerFailure(Json.at(pod.get(), "status", "message"));
                }
                yield true;
            }
            default -> false;
        };
    }

    private void begin(DeploymentRun run, JsonNode hook, String label) throws DeployerFailure {
        String command = hook.path("execNewPod")
                .path("command")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
        tell(run, false, "Started", "Running " + label + "-hook (\"" + command + "\") for rc " + rc(run));
        ObjectNode pod = HookPod.of(run, hook, label, objects.now());
        objects.report(
                Key.of(Objects.PODS.resource(), run.pod()), object -> ConfigDeployment.annotate(object, BEGUN, label));
        try {
            objects.create(Objects.PODS, run.namespace(), pod);
        } catch (StatusException e) {
            throw new DeployerFailure("couldn't create lifecycle pod for " + run.name() + ": " + e.getMessage());
        }
        log.say(run.pod(), "--> " + label + ": Running hook pod ...");
    }
}
