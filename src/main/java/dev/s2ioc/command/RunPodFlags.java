package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LocalPatch;
import dev.s2ioc.client.Manifest;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that describe the pod that {@code run} makes. */
final class RunPodFlags {

    @Option(names = "--image", paramLabel = "IMAGE", description = "The image to run.")
    String image = "";

    @Option(
            names = "--image-pull-policy",
            paramLabel = "Always|IfNotPresent|Never",
            description = "When the image is pulled; the server decides, unless said.")
    String imagePullPolicy = "";

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "An environment variable of the container; may be repeated.")
    List<String> env = List.of();

    @Option(names = "--port", paramLabel = "PORT", description = "The port that the container listens on.")
    String port = "";

    @Option(
            names = {"-l", "--labels"},
            paramLabel = "NAME=VALUE,…",
            description = "The pod's labels; run=NAME, unless said.")
    String labels = "";

    @Option(
            names = "--annotations",
            paramLabel = "NAME=VALUE",
            description = "An annotation of the pod; may be repeated.")
    List<String> annotations = List.of();

    @Option(
            names = "--restart",
            paramLabel = "Always|OnFailure|Never",
            defaultValue = "Always",
            description = "When the container is started again after it has ended. Default: ${DEFAULT-VALUE}")
    String restart;

    @Option(
            names = "--command",
            description = "What is behind -- replaces the image's entrypoint, not only its arguments.")
    boolean command;

    @Option(names = "--privileged", description = "Run the container in privileged mode.")
    boolean privileged;

    @Option(
            names = "--leave-stdin-open",
            description = "Keep the container's input open when the first who was attached has left.")
    boolean leaveStdinOpen;

    @Option(
            names = "--overrides",
            paramLabel = "JSON",
            description = "Fields that are put into the pod at last, as in '{\"apiVersion\": \"v1\", \"spec\": {…}}'.")
    String overrides = "";

    @Option(
            names = "--override-type",
            paramLabel = "merge|json|strategic",
            defaultValue = "merge",
            description = "What kind of patch --overrides is. Default: ${DEFAULT-VALUE}")
    String overrideType;

    /** @throws CommandFailure if a value is none that is known */
    void check() {
        if (image.isEmpty()) {
            throw new CommandFailure("required flag(s) \"image\" not set");
        }
        if (!image.matches("[a-zA-Z0-9][-\\w./:@]*")) {
            throw new CommandFailure("invalid image name \"" + image + "\": invalid reference format");
        }
        if (!restart.matches("Always|OnFailure|Never")) {
            throw new CommandFailure(
                    "invalid restart policy: " + restart + ", valid values are: Always, OnFailure, Never");
        }
        if (!imagePullPolicy.matches("|Always|IfNotPresent|Never")) {
            throw new CommandFailure("invalid image pull policy: " + imagePullPolicy
                    + ", valid values are: Always, IfNotPresent, Never");
        }
        if (!port.matches("[0-9]{0,5}")) {
            throw new CommandFailure("--port must be a number");
        }
    }

    /** The pod. */
    ObjectNode pod(String name, List<String> words, boolean stdin, boolean tty) {
        ObjectNode pod = Json.object().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("name", name);
        metadata.set("labels", labels(name));
        if (!annotations.isEmpty()) {
            ObjectNode notes = metadata.putObject("annotations");
            annotations.forEach(pair -> put(notes, pair, "annotations"));
        }
        ObjectNode spec = pod.putObject("spec");
        spec.putArray("containers").add(container(name, words, stdin, tty));
        spec.put("restartPolicy", restart).put("dnsPolicy", "ClusterFirst");
        pod.putObject("status");
        return overridden(pod);
    }

    /** The labels that select it. */
    ObjectNode labels(String name) {
        return labels.isEmpty() ? Json.object().put("run", name) : ExposeFlags.pairs("--labels", labels);
    }

    private ObjectNode container(String name, List<String> words, boolean stdin, boolean tty) {
        ObjectNode container = Json.object().put("name", name).put("image", image);
        if (!words.isEmpty()) {
            ArrayNode list = container.putArray(command ? "command" : "args");
            words.forEach(list::add);
        }
        if (!port.isEmpty()) {
            container.putArray("ports").addObject().put("containerPort", Integer.parseInt(port));
        }
        for (String pair : env) {
            int equals = pair.indexOf('=');
            if (equals < 1 || !pair.substring(0, equals).matches("[-._a-zA-Z][-._a-zA-Z0-9]*")) {
                throw new CommandFailure("invalid env: " + pair);
            }
            container
                    .withArray("env")
                    .addObject()
                    .put("name", pair.substring(0, equals))
                    .put("value", pair.substring(equals + 1));
        }
        container.putObject("resources");
        if (!imagePullPolicy.isEmpty()) {
            container.put("imagePullPolicy", imagePullPolicy);
        }
        if (privileged) {
            container.putObject("securityContext").put("privileged", true);
        }
        if (stdin) {
            container.put("stdin", true);
        }
        if (stdin && !leaveStdinOpen) {
            container.put("stdinOnce", true);
        }
        return tty ? container.put("tty", true) : container;
    }

    private static void put(ObjectNode object, String pair, String what) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new CommandFailure("unexpected " + what + " format: " + pair + "; write NAME=VALUE");
        }
        object.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private ObjectNode overridden(ObjectNode pod) {
        if (overrides.isEmpty()) {
            return pod;
        }
        JsonNode patch = Manifest.document("--overrides", overrides);
        return LocalPatch.named(overrideType)
                .orElseThrow(() -> new CommandFailure("invalid override type: " + overrideType))
                .apply(pod, patch);
    }
}
