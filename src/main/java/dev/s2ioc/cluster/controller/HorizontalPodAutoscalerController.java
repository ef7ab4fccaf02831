package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps workloads between the numbers that autoscalers name. Nothing is measured here: it says so, as where no metrics are. */
final class HorizontalPodAutoscalerController implements Controller {
    private static final Type TYPE = HorizontalPodAutoscalerKind.TYPE;
    /** For what is scaled and not watched. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

    private final Objects objects;
    private final Kinds kinds;
    private final Notices notices;
    private final Reconciler reconciler;

    HorizontalPodAutoscalerController(Machinery machinery, Consumer<Throwable> failures) {
        this.objects = new Objects(machinery);
        this.kinds = machinery.kinds();
        this.notices = new Notices(machinery, "horizontal-pod-autoscaler");
        this.reconciler = new Reconciler("horizontal-pod-autoscaler", machinery, this::look, failures).of(TYPE);
        List.of(DeploymentKind.TYPE, ReplicaSetKind.TYPE, ReplicationControllerKind.TYPE, DeploymentConfigKind.TYPE)
                .forEach(type -> reconciler.with(type, event -> scaling(type, event)));
    }

    private Stream<Key> scaling(Type type, Event event) {
        return objects.list(TYPE, event.key().namespace()).stream()
                .filter(scaler -> {
                    JsonNode target = scaler.path("spec").path("scaleTargetRef");
                    return Json.at(target, "kind").equals(type.kind())
                            && Json.at(target, "name").equals(event.key().name());
                })
                .map(scaler -> Key.of(TYPE.resource(), scaler));
    }

    @Override
    public void start() {
        reconciler.start();
    }

    private void look(Key key) {
        Optional<ObjectNode> found = objects.get(key).filter(scaler -> !Claims.isLeaving(scaler));
        if (found.isEmpty()) {
            return;
        }
        ObjectNode scaler = found.get();
        JsonNode target = scaler.path("spec").path("scaleTargetRef");
        Optional<Type> type = kinds.ofKind(Json.at(target, "apiVersion"), Json.at(target, "kind"))
                .filter(each -> kinds.subresource(each, "scale").isPresent());
        Optional<ObjectNode> workload =
                type.flatMap(each -> objects.get(new Key(each.resource(), key.namespace(), Json.at(target, "name"))));
        if (workload.isEmpty()) {
            String missing = type.map(each -> each.plural() + "/scale." + each.group())
                            .orElse(Json.at(target, "kind")) + " \"" + Json.at(target, "name") + "\" not found";
            notices.warning(scaler, "FailedGetScale", missing);
            objects.report(
                    key,
                    object -> set(
                            object,
                            "AbleToScale",
                            false,
                            "FailedGetScale",
                            "the HPA controller was unable to get the target's current scale: " + missing));
        } else {
            scale(key, scaler, Key.of(type.get().resource(), workload.get()), workload.get());
        }
        reconciler.later(key, LOOK_AGAIN);
    }

    private void scale(Key key, ObjectNode scaler, Key target, ObjectNode workload) {
        long now = workload.path("spec").path("replicas").asLong(0);
        long least = scaler.path("spec").path("minReplicas").asLong(1);
        long most = scaler.path("spec").path("maxReplicas").asLong();
        long wanted = now == 0 ? 0 : Math.clamp(now, least, most);
        if (wanted != now) {
            objects.change(target, object -> Json.child(object, "spec").put("replicas", wanted));
            notices.normal(
                    scaler,
                    "SuccessfulRescale",
                    "New size: " + wanted + "; reason: Current number of replicas "
                            + (now > most ? "above Spec.MaxReplicas" : "below Spec.MinReplicas"));
        } else if (now > 0) {
            scaler.path("spec").path("metrics").forEach(metric -> tell(scaler, metric));
        }
        objects.report(key, object -> {
            ObjectNode status = Json.child(object, "status");
            status.put(
                    "currentReplicas", workload.path("status").path("replicas").asLong(0));
            status.put("desiredReplicas", wanted);
            set(
                    object,
                    "AbleToScale",
                    true,
                    "SucceededGetScale",
                    "the HPA controller was able to get the target's current scale");
            active(object, now);
        });
    }

    private void tell(ObjectNode scaler, JsonNode metric) {
        notices.warning(scaler, reason(metric), failure(metric));
    }

    private void active(ObjectNode scaler, long now) {
        if (now == 0) {
            set(
                    scaler,
                    "ScalingActive",
                    false,
                    "ScalingDisabled",
                    "scaling is disabled since the replica count of the target is zero");
            return;
        }
        JsonNode metric = scaler.path("spec").path("metrics").path(0);
        set(
                scaler,
                "ScalingActive",
                false,
                reason(metric),
                "the HPA was unable to compute the replica count: " + failure(metric));
    }

    private static String reason(JsonNode metric) {
        return "FailedGet" + Json.at(metric, "type") + "Metric";
    }

    private static String failure(JsonNode metric) {
        if (!Json.at(metric, "type").equals("Resource")) {
            return "unable to fetch metrics from custom metrics API: the server could not find the requested resource";
        }
        String name = Json.at(metric, "resource", "name");
        return "failed to get " + name + " utilization: unable to get metrics for resource " + name
                + ": unable to fetch metrics from resource metrics API: the server could not find the requested resource"
                + " (get pods.metrics.k8s.io)";
    }

    private void set(ObjectNode scaler, String type, boolean holds, String reason, String message) {
        Conditions.set(Json.child(scaler, "status"), Conditions.of(type, holds, reason, message, objects.time()));
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
