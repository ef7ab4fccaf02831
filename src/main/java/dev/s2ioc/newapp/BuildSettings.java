package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.Map;
import java.util.Optional;

/**
 * What a BuildConfig tells its builds besides where their source is.
 *
 * @param environment variables of every strategy
 * @param arguments of the docker strategy
 * @param noCache of the docker strategy
 * @param incremental of the source strategy
 */
public record BuildSettings(
        Map<String, String> environment,
        Map<String, String> arguments,
        Optional<Boolean> noCache,
        Optional<Boolean> incremental) {

    boolean areNone() {
        return environment.isEmpty() && arguments.isEmpty() && noCache.isEmpty() && incremental.isEmpty();
    }

    /**
     * A BuildConfig with these settings; what else it tells its builds stays.
     *
     * @throws NewAppException if its strategy does not know one of them
     */
    ObjectNode in(JsonNode config) {
        ObjectNode changed = config.deepCopy();
        ObjectNode strategy = changed.withObject("/spec/strategy");
        boolean docker = strategy.has("dockerStrategy");
        boolean source = strategy.has("sourceStrategy");
        if (!arguments.isEmpty() && !docker) {
            throw new NewAppException("cannot use '--build-arg' without a Docker build");
        }
        if (noCache.isPresent() && !docker) {
            throw new NewAppException("cannot use '--no-cache' without a Docker build");
        }
        if (incremental.isPresent() && !source) {
            throw new NewAppException("cannot use '--incremental' without a source build");
        }
        ObjectNode details =
                strategy.withObject("/" + (docker ? "dockerStrategy" : source ? "sourceStrategy" : "customStrategy"));
        set("env", environment, details);
        set("buildArgs", arguments, details);
        noCache.ifPresent(value -> details.put("noCache", value));
        incremental.ifPresent(value -> details.put("incremental", value));
        return changed;
    }

    private static void set(String list, Map<String, String> values, ObjectNode details) {
        if (values.isEmpty()) {
            return;
        }
        ArrayNode merged = Json.array();
        details.path(list).forEach(entry -> {
            if (!values.containsKey(entry.path("name").asText())) {
                merged.add(entry);
            }
        });
        values.forEach((name, value) -> merged.addObject().put("name", name).put("value", value));
        details.set(list, merged);
    }
}
