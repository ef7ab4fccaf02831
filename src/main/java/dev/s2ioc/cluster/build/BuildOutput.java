package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.function.Consumer;

/** The log of a build, which tells more when BUILD_LOGLEVEL says so. */
final class BuildOutput implements Consumer<String> {
    private final Consumer<String> log;
    private final int level;

    BuildOutput(JsonNode build, Consumer<String> log) {
        this.log = log;
        this.level = level(build);
    }

    private static int level(JsonNode build) {
        return build.path("spec")
                .path("strategy")
                .valueStream()
                .flatMap(strategy -> strategy.path("env").valueStream())
                .filter(variable -> Json.at(variable, "name").equals("BUILD_LOGLEVEL"))
                .map(variable -> Json.at(variable, "value"))
                .filter(value -> value.matches("\\d{1,3}"))
                .reduce((first, last) -> last)
                .map(Integer::parseInt)
                .orElse(0);
    }

    @Override
    public void accept(String line) {
        log.accept(line);
    }

    /** Lines for those who want to know that much. */
    void detail(int from, String text) {
        if (level >= from) {
            text.lines().forEach(log);
        }
    }
}
