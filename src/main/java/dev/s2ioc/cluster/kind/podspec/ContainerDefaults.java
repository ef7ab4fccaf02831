package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** What a container says when its writer does not. */
final class ContainerDefaults {
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> HOOKS = List.of("postStart", "preStop");

    private ContainerDefaults() {}

    static void set(ObjectNode container, boolean hostNetwork) {
        PodSpecDefaults.text(container, "imagePullPolicy", pullPolicy(Json.at(container, "image")));
        PodSpecDefaults.text(container, "terminationMessagePath", "/dev/termination-log");
        PodSpecDefaults.text(container, "terminationMessagePolicy", "File");
        requestLimits(Json.child(container, "resources"));
        PodSpecDefaults.objects(container.path("ports"), port -> {
            PodSpecDefaults.text(port, "protocol", "TCP");
            if (hostNetwork && !port.hasNonNull("hostPort") && port.hasNonNull("containerPort")) {
                port.set("hostPort", port.get("containerPort"));
            }
        });
        PodSpecDefaults.objects(container.path("env"), ContainerDefaults::setFieldVersion);
        PROBES.forEach(probe -> {
            if (container.get(probe) instanceof ObjectNode given) {
                setProbe(given);
            }
        });
        HOOKS.forEach(hook -> setHttp(container.path("lifecycle").path(hook)));
    }

    /** A tag that moves, or none, is asked for each time. */
    static String pullPolicy(String image) {
        if (image.contains("@")) {
            return "IfNotPresent";
        }
        String last = image.substring(image.lastIndexOf('/') + 1);
        return !last.contains(":") || last.endsWith(":latest") ? "Always" : "IfNotPresent";
    }

    private static void requestLimits(ObjectNode resources) {
        JsonNode limits = resources.path("limits");
        if (!limits.isEmpty()) {
            ObjectNode requests = Json.child(resources, "requests");
            limits.properties().forEach(limit -> {
                if (!requests.has(limit.getKey())) {
                    requests.set(limit.getKey(), limit.getValue());
                }
            });
        }
    }

    static void setFieldVersion(ObjectNode withSource) {
        JsonNode source = withSource.has("valueFrom") ? withSource.path("valueFrom") : withSource;
        if (source.path("fieldRef") instanceof ObjectNode field) {
            PodSpecDefaults.text(field, "apiVersion", "v1");
        }
        if (source.path("resourceFieldRef") instanceof ObjectNode resource && !resource.hasNonNull("divisor")) {
            resource.put("divisor", "0");
        }
    }

    private static void setProbe(ObjectNode probe) {
        PodSpecDefaults.number(probe, "timeoutSeconds", 1);
        PodSpecDefaults.number(probe, "periodSeconds", 10);
        PodSpecDefaults.number(probe, "successThreshold", 1);
        PodSpecDefaults.number(probe, "failureThreshold", 3);
        setHttp(probe);
    }

    private static void setHttp(JsonNode handler) {
        if (handler.path("httpGet") instanceof ObjectNode get) {
            PodSpecDefaults.text(get, "path", "/");
            PodSpecDefaults.text(get, "scheme", "HTTP");
        }
    }
}
