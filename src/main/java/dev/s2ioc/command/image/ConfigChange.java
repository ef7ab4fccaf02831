package dev.s2ioc.command.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is changed in an image's config.
 *
 * @param running a JSON patch of what it is to run
 * @param whole the same of the config as a whole
 */
record ConfigChange(Optional<String> running, Optional<String> whole, boolean dropHistory, Instant created) {
    private static final List<String> RUNNING_FIELDS = List.of(
            "User",
            "ExposedPorts",
            "Env",
            "Entrypoint",
            "Cmd",
            "Volumes",
            "WorkingDir",
            "Labels",
            "StopSignal",
            "StopTimeout",
            "Healthcheck",
            "Shell",
            "OnBuild",
            "ArgsEscaped",
            "Hostname",
            "Domainname",
            "AttachStdin",
            "AttachStdout",
            "AttachStderr",
            "Tty",
            "OpenStdin",
            "StdinOnce",
            "Image",
            "NetworkDisabled",
            "MacAddress",
            "Memory",
            "MemorySwap",
            "CpuShares",
            "Cpuset");
    private static final List<String> WHOLE_FIELDS = List.of(
            "id",
            "parent",
            "comment",
            "created",
            "container",
            "container_config",
            "docker_version",
            "author",
            "config",
            "architecture",
            "variant",
            "os",
            "os.version",
            "os.features",
            "rootfs",
            "history");
    private static final List<String> TRACES = List.of("container_config", "history", "container", "docker_version");

    /** The config of an image with more layers. */
    ObjectNode apply(JsonNode base, List<AppendedLayer> layers) {
        ObjectNode config = base.deepCopy();
        config.remove("parent");
        config.put("created", created.toString());
        ObjectNode run =
                config.path("config").isObject() ? (ObjectNode) config.get("config") : config.putObject("config");
        if (dropHistory) {
            config.remove(TRACES);
            run.remove("Image");
        }
        running.ifPresent(patch -> merge(parse("--image", patch), RUNNING_FIELDS, run, "--image"));
        whole.ifPresent(patch -> merge(parse("--meta", patch), WHOLE_FIELDS, config, "--meta"));
        add(layers, config);
        return config;
    }

    /** What a new image begins as. */
    static ObjectNode scratch() {
        String[] platform = Platforms.own().split("/");
        ObjectNode config = Json.object().put("architecture", platform[1]).put("os", platform[0]);
        config.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        return config;
    }

    private void add(List<AppendedLayer> layers, ObjectNode config) {
        ArrayNode contents = config.withObject("/rootfs").withArray("diff_ids");
        layers.forEach(layer -> contents.add(layer.content()));
        ArrayNode history = config.withArray("history");
        long told = history.valueStream()
                .filter(step -> !step.path("empty_layer").asBoolean())
                .count();
        for (long i = told; i < contents.size(); i++) {
            history.addObject().put("created", created.toString());
        }
    }

    private static JsonNode parse(String flag, String patch) {
        try {
            JsonNode parsed = Json.parse(patch);
            if (parsed.isObject()) {
                return parsed;
            }
            throw new CommandFailure("unable to patch image from " + flag + ": it must be a JSON object, as in"
                    + " '{\"Entrypoint\":null}'");
        } catch (IOException e) {
            throw new CommandFailure("unable to patch image from " + flag + ": it is not JSON", e);
        }
    }

    /** Names are matched as Go does, without regard to case; null removes. */
    private static void merge(JsonNode patch, List<String> fields, ObjectNode target, String flag) {
        patch.properties().forEach(entry -> {
            String field = fields.stream()
                    .filter(name -> name.equalsIgnoreCase(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure("unable to patch image from " + flag + ": unknown field \""
                            + entry.getKey() + "\"; the fields are " + String.join(", ", fields)));
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                target.remove(field);
            } else if (value.isObject() && target.path(field).isObject()) {
                value.properties()
                        .forEach(inner -> put(inner.getKey(), inner.getValue(), (ObjectNode) target.get(field)));
            } else {
                target.set(field, value);
            }
        });
    }

    private static void put(String name, JsonNode value, ObjectNode map) {
        if (value.isNull()) {
            map.remove(name);
        } else {
            map.set(name, value);
        }
    }
}
