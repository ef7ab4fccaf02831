package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import java.util.List;

/** What probes and lifecycle hooks of a container must and must not say. */
final class ProbeRules {
    private static final List<String> TIMES =
            List.of("initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold");

    private ProbeRules() {}

    /** @param possible whether such a container can have probes and hooks */
    static void validate(JsonNode container, String field, boolean possible, Causes causes) {
        for (String name : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            JsonNode probe = container.path(name);
            if (!probe.isObject()) {
                continue;
            }
            if (!possible) {
                causes.forbidden(field + "." + name, "may not be set for init containers without restartPolicy=Always");
                continue;
            }
            validateProbe(probe, name, field + "." + name, causes);
        }
        JsonNode lifecycle = container.path("lifecycle");
        if (lifecycle.isObject() && !possible) {
            causes.forbidden(field + ".lifecycle", "may not be set for init containers without restartPolicy=Always");
            return;
        }
        for (String hook : List.of("postStart", "preStop")) {
            if (lifecycle.path(hook).isObject()) {
                validateHandler(
                        lifecycle.path(hook),
                        List.of("exec", "httpGet", "sleep"),
                        field + ".lifecycle." + hook,
                        causes);
            }
        }
        if (lifecycle.hasNonNull("stopSignal")) {
            causes.forbidden(field + ".lifecycle.stopSignal", "the local cluster ends containers with SIGTERM only");
        }
    }

    private static void validateProbe(JsonNode probe, String name, String where, Causes causes) {
        validateHandler(probe, List.of("exec", "httpGet", "tcpSocket"), where, causes);
        for (String time : TIMES) {
            if (probe.path(time).asLong() < 0) {
                causes.invalid(where + "." + time, probe.path(time), "must be greater than or equal to 0");
            }
        }
        if (!name.equals("readinessProbe") && probe.path("successThreshold").asLong(1) > 1) {
            causes.invalid(where + ".successThreshold", probe.path("successThreshold"), "must be 1");
        }
    }

    private static void validateHandler(JsonNode handler, List<String> possible, String where, Causes causes) {
        for (String kind : List.of("grpc", "tcpSocket")) {
            if (handler.hasNonNull(kind) && !possible.contains(kind)) {
                causes.forbidden(
                        where + "." + kind, "the local cluster cannot do this; use " + String.join(" or ", possible));
                return;
            }
        }
        List<String> given = possible.stream().filter(handler::hasNonNull).toList();
        if (given.isEmpty()) {
            causes.required(where, "must specify a handler type");
            return;
        }
        for (String more : given.subList(1, given.size())) {
            causes.forbidden(where + "." + more, "may not specify more than 1 handler type");
        }
        JsonNode action = handler.path(given.getFirst());
        switch (given.getFirst()) {
            case "exec" -> {
                if (action.path("command").isEmpty()) {
                    causes.required(where + ".exec.command", "");
                }
            }
            case "sleep" -> {
                if (action.path("seconds").asLong() < 0) {
                    causes.invalid(where + ".sleep.seconds", action.path("seconds"), "must be positive");
                }
            }
            default -> validatePort(action.path("port"), where + "." + given.getFirst() + ".port", causes);
        }
        PodSpecRules.choice(action, "scheme", List.of("HTTP"), where + ".httpGet", causes);
    }

    private static void validatePort(JsonNode port, String where, Causes causes) {
        if (port.isNumber() && (port.asLong() < 1 || port.asLong() > 65535)) {
            causes.invalid(where, port, "must be between 1 and 65535, inclusive");
        } else if (!port.isNumber()) {
            String name = port.asText("");
            ContainerRules.portNameFault(name).ifPresent(fault -> causes.invalid(where, name, fault));
        }
    }
}
