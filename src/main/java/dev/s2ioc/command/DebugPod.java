package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Turns a pod, or a template of one, into one to look around in. */
final class DebugPod {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final String MANAGED_BY = "debug.openshift.io/managed-by";

    private final DebugSource source;
    private final DebugFlags flags;
    private final ObjectNode pod;
    private final ObjectNode container;

    /** @param container which one is debugged */
    DebugPod(DebugSource source, DebugFlags flags, String container) {
        this.source = source;
        this.flags = flags;
        this.pod = Json.object().put("apiVersion", "v1").put("kind", "Pod");
        pod.set("metadata", source.template().path("metadata").deepCopy());
        pod.set("spec", source.template().path("spec").deepCopy());
        this.container = named(container);
    }

    private ObjectNode spec() {
        return (ObjectNode) pod.path("spec");
    }

    private ObjectNode named(String name) {
        for (String kind : List.of("initContainers", "containers")) {
            for (JsonNode one : spec().path(kind)) {
                if (one.path("name").asText().equals(name)) {
                    return (ObjectNode) one;
                }
            }
        }
        throw new CommandFailure("the container \"" + name + "\" is not a valid container name; must be one of ["
                + String.join(" ", new PodContainers(pod).all()) + "]");
    }

    /** What the container would run by itself, as far as its pod says. */
    String originalCommand() {
        StringBuilder words = new StringBuilder();
        if (!container.path("command").isEmpty()) {
            container
                    .path("command")
                    .forEach(word -> words.append(word.asText()).append(' '));
            container.path("args").forEach(word -> words.append(word.asText()).append(' '));
        }
        return words.toString().strip();
    }

    /** The pod that runs a command instead. */
    ObjectNode running(List<String> command, List<String> environment, boolean stdin, boolean tty) {
        metadata();
        ArrayNode words = container.putArray("command");
        command.forEach(words::add);
        container.remove(List.of("args", "stdin", "stdinOnce", "tty"));
        if (stdin) {
            container.put("stdin", true).put("stdinOnce", true);
        }
        if (stdin && tty) {
            container.put("tty", true);
        }
        if (!flags.image.isEmpty()) {
            container.put("image", flags.image);
        }
        probes();
        environment(environment);
        user();
        containers();
        spec().put("restartPolicy", "Never");
        if (flags.nodeName != null) {
            spec().put("nodeName", flags.nodeName);
        }
        return pod;
    }

    private void metadata() {
        ObjectNode metadata = Json.object();
        JsonNode labels = pod.path("metadata").path("labels");
        if (flags.keepLabels && !labels.isEmpty()) {
            metadata.set("labels", labels);
        } else if (labels.has(MANAGED_BY)) {
            metadata.putObject("labels").set(MANAGED_BY, labels.path(MANAGED_BY));
        }
        ObjectNode annotations = metadata.putObject("annotations");
        pod.path("metadata").path("annotations").properties().forEach(one -> {
            boolean needed = one.getKey().matches("(?:resources|target)\\.workload\\.openshift\\.io/.*");
            if (flags.keepAnnotations || needed) {
                annotations.set(one.getKey(), one.getValue());
            }
        });
        String type = source.type().group() + "/" + source.type().version() + ", Resource="
                + source.type().plural();
        annotations.put(
                "debug.openshift.io/source-container", container.path("name").asText());
        annotations.put("debug.openshift.io/source-resource", type + "/" + source.name());
        metadata.put("name", name());
        pod.set("metadata", metadata);
    }

    private String name() {
        String simple = source.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^-a-z0-9]", "")
                .replaceAll("^-+|-+$", "");
        StringBuilder name = new StringBuilder(simple.substring(0, Math.min(50, simple.length()))).append("-debug-");
        for (int i = 0; i < 5; i++) {
            name.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    private void probes() {
        if (!flags.keepLiveness) {
            container.remove("livenessProbe");
        }
        if (!flags.keepReadiness) {
            container.remove("readinessProbe");
        }
        if (!flags.keepStartup) {
            container.remove("startupProbe");
        }
    }

    /** {@code NAME=VALUE} sets a variable, {@code NAME-} takes it away. */
    private void environment(List<String> words) {
        ArrayNode env = Json.array();
        List<String> changed = words.stream()
                .map(word -> word.contains("=")
                        ? word.substring(0, word.indexOf('='))
                        : word.substring(0, word.length() - 1))
                .toList();
        container.path("env").forEach(one -> {
            if (!changed.contains(one.path("name").asText())) {
                env.add(one);
            }
        });
        words.stream()
                .filter(word -> word.contains("="))
                .forEach(word -> env.addObject()
                        .put("name", word.substring(0, word.indexOf('=')))
                        .put("value", word.substring(word.indexOf('=') + 1)));
        if (!env.isEmpty() || container.has("env")) {
            container.set("env", env);
        }
    }

    private void user() {
        ObjectNode security = container.withObject("/securityContext");
        if (flags.asRoot != null && !flags.asRoot) {
            security.put("runAsNonRoot", true);
        } else if (flags.asRoot != null || flags.asUser != -1) {
            security.put("runAsUser", flags.asRoot != null ? 0 : flags.asUser);
            security.remove("runAsNonRoot");
        }
        if (!security.has("runAsNonRoot") && spec().path("securityContext") instanceof ObjectNode whole) {
            whole.remove("runAsNonRoot");
        }
    }

    private void containers() {
        boolean init = false;
        for (JsonNode one : spec().path("initContainers")) {
            init |= one == container;
        }
        if (flags.oneContainer) {
            spec().remove("initContainers");
            spec().putArray("containers").add(container);
        } else if (!flags.keepInitContainers && init) {
            spec().putArray("initContainers").add(container);
        } else if (!flags.keepInitContainers) {
            spec().remove("initContainers");
        }
        // Neither what was added to the pod while it ran nor its place on a host can be had twice.
        spec().remove("ephemeralContainers");
        for (String kind : List.of("initContainers", "containers")) {
            for (JsonNode one : spec().path(kind)) {
                one.path("ports").forEach(port -> ((ObjectNode) port).remove("hostPort"));
                if (spec().path("hostNetwork").asBoolean()) {
                    ((ObjectNode) one).remove("ports");
                }
            }
        }
    }
}
