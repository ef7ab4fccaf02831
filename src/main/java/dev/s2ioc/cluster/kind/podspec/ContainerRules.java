package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.store.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a container must and must not say. */
record ContainerRules(JsonNode container, String field, Causes causes) {
    private static final List<String> PULLS = List.of("Always", "IfNotPresent", "Never");
    private static final List<String> MESSAGES = List.of("FallbackToLogsOnError", "File");
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final String PORT_FAULT = "must be between 1 and 65535, inclusive";

    void validate(Set<String> volumes, boolean hostNetwork, boolean init) {
        validateNames();
        PodSpecRules.choice(container, "imagePullPolicy", PULLS, field, causes);
        PodSpecRules.choice(container, "terminationMessagePolicy", MESSAGES, field, causes);
        validatePorts(hostNetwork);
        EnvironmentRules.validate(container, field, causes);
        validateMounts(volumes);
        if (!container.path("volumeDevices").isEmpty()) {
            causes.forbidden(field + ".volumeDevices", "the local cluster has no devices for containers");
        }
        ResourceRules.validate(container.path("resources"), field + ".resources", causes);
        SecurityRules.validateContainer(container.path("securityContext"), field + ".securityContext", causes);
        validateRestart(init);
        boolean probed = !init || isSidecar();
        ProbeRules.validate(container, field, probed, causes);
    }

    private boolean isSidecar() {
        return Json.at(container, "restartPolicy").equals("Always");
    }

    private void validateRestart(boolean init) {
        String policy = Json.at(container, "restartPolicy");
        if (!policy.isEmpty() && !init) {
            causes.forbidden(field + ".restartPolicy", "may not be set for non-init containers");
        } else if (!policy.isEmpty() && !policy.equals("Always")) {
            causes.notSupported(field + ".restartPolicy", policy, List.of("Always"));
        }
    }

    private void validateNames() {
        String name = Json.at(container, "name");
        if (name.isEmpty()) {
            causes.required(field + ".name", "");
        } else {
            Names.labelFault(name).ifPresent(fault -> causes.invalid(field + ".name", name, fault));
        }
        String image = Json.at(container, "image");
        if (image.isEmpty()) {
            causes.required(field + ".image", "");
        } else if (!image.strip().equals(image)) {
            causes.invalid(field + ".image", image, "must not have leading or trailing whitespace");
        }
    }

    private void validatePorts(boolean hostNetwork) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < container.path("ports").size(); i++) {
            String where = field + ".ports[" + i + "]";
            JsonNode port = container.path("ports").get(i);
            String name = Json.at(port, "name");
            if (!name.isEmpty()) {
                portNameFault(name).ifPresent(fault -> causes.invalid(where + ".name", name, fault));
                if (!names.add(name)) {
                    causes.duplicate(where + ".name", name);
                }
            }
            long number = port.path("containerPort").asLong();
            if (number == 0) {
                causes.required(where + ".containerPort", "");
            } else if (number < 1 || number > 65535) {
                causes.invalid(where + ".containerPort", number, PORT_FAULT);
            }
            validateHostPort(port, where, hostNetwork);
            PodSpecRules.choice(port, "protocol", PROTOCOLS, where, causes);
        }
    }

    private void validateHostPort(JsonNode port, String where, boolean hostNetwork) {
        JsonNode host = port.path("hostPort");
        if (!host.isNumber() || host.asLong() == 0) {
            return;
        }
        if (host.asLong() < 1 || host.asLong() > 65535) {
            causes.invalid(where + ".hostPort", host, PORT_FAULT);
        } else if (hostNetwork && host.asLong() != port.path("containerPort").asLong()) {
            causes.invalid(where + ".hostPort", host, "must match `containerPort` when `hostNetwork` is true");
        } else if (!hostNetwork) {
            causes.invalid(
                    where + ".hostPort", host, "Host ports are not allowed to be used: use a service, or port-forward");
        }
    }

    static Optional<String> portNameFault(String name) {
        if (name.length() > 15) {
            return Optional.of("must be no more than 15 characters");
        }
        if (!name.matches("[a-z0-9-]+")) {
            return Optional.of("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (!name.matches(".*[a-z].*")) {
            return Optional.of("must contain at least one letter (a-z)");
        }
        if (name.contains("--")) {
            return Optional.of("must not contain consecutive hyphens");
        }
        return name.startsWith("-") || name.endsWith("-")
                ? Optional.of("must not begin or end with a hyphen")
                : Optional.empty();
    }

    private void validateMounts(Set<String> volumes) {
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < container.path("volumeMounts").size(); i++) {
            String where = field + ".volumeMounts[" + i + "]";
            JsonNode mount = container.path("volumeMounts").get(i);
            String name = Json.at(mount, "name");
            if (name.isEmpty()) {
                causes.required(where + ".name", "");
            } else if (!volumes.contains(name)) {
                causes.notFound(where + ".name", name);
            }
            String path = Json.at(mount, "mountPath");
            if (path.isEmpty()) {
                causes.required(where + ".mountPath", "");
            } else if (!paths.add(path)) {
                causes.invalid(where + ".mountPath", path, "must be unique");
            }
            validateSubPath(mount, "subPath", where);
            validateSubPath(mount, "subPathExpr", where);
            if (mount.hasNonNull("subPath") && mount.hasNonNull("subPathExpr")) {
                causes.invalid(
                        where + ".subPathExpr",
                        Json.at(mount, "subPathExpr"),
                        "subPathExpr and subPath are mutually exclusive");
            }
            PodSpecRules.choice(mount, "mountPropagation", List.of("None"), where, causes);
        }
    }

    private void validateSubPath(JsonNode mount, String name, String where) {
        String path = Json.at(mount, name);
        if (path.startsWith("/")) {
            causes.invalid(where + "." + name, path, "must be a relative path");
        } else if (VolumeRules.leadsOut(path)) {
            causes.invalid(where + "." + name, path, "must not contain '..'");
        }
    }
}
