package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.stream.Stream;

/** Which requests for a build are refused, in the build API's words. */
final class RequestRules {
    private static final Type OPTIONS =
            Type.namespaced("build.openshift.io", "v1", "binarybuildrequestoptions", "BinaryBuildRequestOptions");

    private RequestRules() {}

    static void check(JsonNode config, BuildRequest request) {
        String name = Json.at(config, "metadata", "namespace") + "/" + Json.at(config, "metadata", "name");
        JsonNode annotations = config.path("metadata").path("annotations");
        if (Json.at(annotations, "openshift.io/build-config.paused").equals("true")) {
            throw StatusException.badRequest("can't instantiate from BuildConfig " + name + ": BuildConfig is paused");
        }
        JsonNode strategy = config.path("spec").path("strategy");
        if (!strategy.has("dockerStrategy")
                && (!request.dockerOptions().path("buildArgs").isEmpty()
                        || request.dockerOptions().hasNonNull("noCache"))) {
            throw StatusException.badRequest(
                    "Cannot specify Docker build specific options on " + name + ", not a Docker build.");
        }
        if (!strategy.has("sourceStrategy") && request.sourceOptions().hasNonNull("incremental")) {
            throw StatusException.badRequest(
                    "Cannot specify Source build specific options on " + name + ", not a Source build.");
        }
        checkVersion(config, request);
        checkFile(Json.at(config, "metadata", "name"), request);
    }

    /** Refuses, before anything is sent, what OpenShift builds and this cluster cannot. */
    static void checkCapable(JsonNode spec, Type type, String name) {
        Causes causes = new Causes();
        JsonNode strategy = spec.path("strategy");
        for (String unknown : List.of("customStrategy", "jenkinsPipelineStrategy")) {
            if (strategy.hasNonNull(unknown)) {
                causes.invalid(
                        "spec.strategy." + unknown,
                        Json.at(strategy, "type"),
                        "the local cluster builds with the Docker and the Source strategy only");
            }
        }
        if (spec.path("mountTrustedCA").asBoolean()) {
            causes.invalid(
                    "spec.mountTrustedCA",
                    true,
                    "the local cluster has no trusted certificate authorities of its own to mount");
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(type, name, causes);
        }
    }

    /** Guards against two requests for one build: the caller says which number it has seen. */
    static void checkVersion(JsonNode config, BuildRequest request) {
        JsonNode seen = request.json().path("lastVersion");
        long last = config.path("status").path("lastVersion").asLong();
        if (seen.isNumber() && seen.asLong() != last) {
            String name = Json.at(config, "metadata", "namespace") + "/" + Json.at(config, "metadata", "name");
            throw StatusException.badRequest("the LastVersion(" + last + ") on build config " + name
                    + " does not match the build request LastVersion(" + seen.asLong() + ")");
        }
    }

    /** A configuration for uploads has no source of its own. */
    static void checkSource(JsonNode build) {
        if (hasNoSource(build.path("spec"))) {
            throw StatusException.invalid(
                    BuildKind.TYPE,
                    Json.at(build, "metadata", "name"),
                    new Causes()
                            .invalid(
                                    "spec.source",
                                    "",
                                    "must provide a value for at least one source input(git, binary, dockerfile, images)."));
        }
    }

    /** A custom strategy may bring its own. */
    static boolean hasNoSource(JsonNode spec) {
        JsonNode source = spec.path("source");
        return !spec.path("strategy").has("customStrategy")
                && Stream.of("git", "binary", "dockerfile", "images").noneMatch(source::hasNonNull);
    }

    private static void checkFile(String name, BuildRequest request) {
        String file = request.binary().map(binary -> Json.at(binary, "asFile")).orElse("");
        if (file.equals(".") || file.contains("..") || file.contains("/") || file.indexOf(0) >= 0) {
            throw StatusException.invalid(
                    OPTIONS,
                    name,
                    new Causes()
                            .invalid(
                                    "asFile",
                                    file,
                                    "file name may not contain slashes or relative path segments and must be a valid"
                                            + " POSIX filename"));
        }
    }
}
