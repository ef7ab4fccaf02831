package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.newapp.BuildSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of start-build that change one build, and the BuildRequest that carries them. */
final class BuildRequestFlags {

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "An environment variable of the build; may be repeated.")
    List<String> env = new ArrayList<>();

    @Option(
            names = "--build-arg",
            paramLabel = "NAME=VALUE",
            description = "A build argument, for the docker strategy; may be repeated.")
    List<String> buildArgs = new ArrayList<>();

    @Option(names = "--build-loglevel", paramLabel = "LEVEL", description = "How much the builder says: 0 to 5.")
    String buildLogLevel;

    @Option(
            names = "--incremental",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            description = "Take up the artifacts of the build before, for the source strategy.")
    Boolean incremental;

    @Option(
            names = "--no-cache",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            description = "Build every layer anew, for the docker strategy.")
    Boolean noCache;

    void validate(boolean binary) {
        env.forEach(pair -> pair(pair, "environment variables"));
        buildArgs.forEach(pair -> pair(pair, "build-args"));
        if (buildLogLevel != null && !buildLogLevel.matches("[0-5]")) {
            throw new CommandFailure(
                    "invalid --build-loglevel value \"" + buildLogLevel + "\", must be between 0 and 5");
        }
        if (binary) {
            firstGiven().ifPresent(flag -> {
                throw new CommandFailure(flag
                        + " cannot be used with input that is sent along: the server would ignore it.\n"
                        + "Set it in the BuildConfig instead, as with 's2ioc set env bc/NAME KEY=VALUE'"
                        + " or 's2ioc edit bc NAME'.");
            });
        }
    }

    /** The same for a BuildConfig, where it counts for every build. */
    BuildSettings settings() {
        Map<String, String> variables = values(env, "environment variables");
        if (buildLogLevel != null) {
            variables.put("BUILD_LOGLEVEL", buildLogLevel);
        }
        return new BuildSettings(
                variables,
                values(buildArgs, "build-args"),
                Optional.ofNullable(noCache),
                Optional.ofNullable(incremental));
    }

    private static Map<String, String> values(List<String> pairs, String what) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : pairs) {
            ObjectNode pair = pair(text, what);
            values.put(pair.path("name").asText(), pair.path("value").asText());
        }
        return values;
    }

    /** The first of these flags that was given. */
    Optional<String> firstGiven() {
        if (!env.isEmpty()) {
            return Optional.of("--env");
        }
        if (!buildArgs.isEmpty()) {
            return Optional.of("--build-arg");
        }
        if (buildLogLevel != null) {
            return Optional.of("--build-loglevel");
        }
        if (incremental != null) {
            return Optional.of("--incremental");
        }
        return noCache != null ? Optional.of("--no-cache") : Optional.empty();
    }

    /** @param name the BuildConfig, or the build to repeat: the server goes by this name, not by the URL's */
    ObjectNode request(String name, Optional<String> commit) {
        ObjectNode request = Json.object();
        request.put("kind", "BuildRequest").put("apiVersion", "build.openshift.io/v1");
        request.putObject("metadata").put("name", name);
        commit.ifPresent(ref -> request.putObject("revision")
                .put("type", "Git")
                .putObject("git")
                .put("commit", ref));
        ArrayNode variables = Json.array();
        env.forEach(pair -> variables.add(pair(pair, "environment variables")));
        if (buildLogLevel != null) {
            variables.addObject().put("name", "BUILD_LOGLEVEL").put("value", buildLogLevel);
        }
        if (!variables.isEmpty()) {
            request.set("env", variables);
        }
        request.putArray("triggeredBy").addObject().put("message", "Manually triggered");
        ObjectNode docker = request.putObject("dockerStrategyOptions");
        if (!buildArgs.isEmpty()) {
            ArrayNode arguments = docker.putArray("buildArgs");
            buildArgs.forEach(pair -> arguments.add(pair(pair, "build-args")));
        }
        if (noCache != null) {
            docker.put("noCache", noCache);
        }
        ObjectNode source = request.putObject("sourceStrategyOptions");
        if (incremental != null) {
            source.put("incremental", incremental);
        }
        return request;
    }

    private static ObjectNode pair(String text, String what) {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new CommandFailure(what + " must be of the form key=value, but is \"" + text + "\"");
        }
        return Json.object().put("name", text.substring(0, equals)).put("value", text.substring(equals + 1));
    }
}
