package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** Makes builds of build configurations: counts, resolves images, applies what the request wants differently. */
final class BuildGenerator {
    private static final List<String> SPEC = List.of(
            "serviceAccount",
            "source",
            "revision",
            "strategy",
            "output",
            "resources",
            "postCommit",
            "completionDeadlineSeconds",
            "nodeSelector",
            "mountTrustedCA");

    private final Builds builds;
    private final ImageReferences images;
    private final PullSecrets secrets;
    private final ImageNotes notes;

    BuildGenerator(Builds builds, ImageStreams streams, PullSecrets secrets) {
        this.builds = builds;
        this.images = new ImageReferences(streams);
        this.secrets = secrets;
        this.notes = new ImageNotes(streams);
    }

    /** The new build, stored. The configuration's number rises even when the build is then refused, as in OpenShift. */
    ObjectNode instantiate(String namespace, String name, BuildRequest request) {
        ObjectNode config = builds.config(namespace, name);
        RequestRules.check(config, request);
        RequestRules.checkCapable(config.path("spec"), BuildConfigKind.TYPE, name);
        ObjectNode spec = spec(config, request);
        ObjectNode counted = builds.updateConfig(namespace, name, stored -> {
            RequestRules.checkVersion(stored, request);
            count(stored);
            notes.update(stored, spec, builds.now());
        });
        ObjectNode build = build(counted, spec);
        RequestRules.checkSource(build);
        return builds.create(build);
    }

    /** The next number of a configuration. */
    static void count(ObjectNode config) {
        ObjectNode status = Json.child(config, "status");
        status.put("lastVersion", status.path("lastVersion").asLong() + 1);
        ObjectNode metadata = Json.child(config, "metadata");
        metadata.put("generation", metadata.path("generation").asLong() + 1);
    }

    private ObjectNode build(ObjectNode config, ObjectNode spec) {
        String namespace = Json.at(config, "metadata", "namespace");
        String name = Json.at(config, "metadata", "name");
        long number = config.path("status").path("lastVersion").asLong();
        ObjectNode build = Json.object();
        build.put("kind", "Build").put("apiVersion", BuildKind.TYPE.apiVersion());
        ObjectNode metadata = build.putObject("metadata");
        metadata.put("name", BuildName.of(name, number)).put("namespace", namespace);
        ObjectNode labels = metadata.putObject("labels");
        config.path("metadata")
                .path("labels")
                .properties()
                .forEach(label -> labels.set(label.getKey(), label.getValue()));
        labels.put("buildconfig", BuildName.asLabel(name))
                .put(Builds.CONFIG_LABEL, BuildName.asLabel(name))
                .put("openshift.io/build.start-policy", policy(config));
        metadata.putObject("annotations")
                .put(Builds.CONFIG_LABEL, name)
                .put("openshift.io/build.number", Long.toString(number));
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", BuildConfigKind.TYPE.apiVersion())
                .put("kind", "BuildConfig")
                .put("name", name)
                .put("uid", Json.at(config, "metadata", "uid"))
                .put("controller", true);
        build.set("spec", spec);
        begin(
                build,
                Json.object()
                        .put("kind", "BuildConfig")
                        .put("namespace", namespace)
                        .put("name", name));
        return build;
    }

    /** Puts a build at its beginning. */
    void begin(ObjectNode build, JsonNode config) {
        BuildStatus.enter(build, Phase.New, builds.now());
        Json.child(build, "status").set("config", config);
        Json.child(Json.child(build, "status"), "output");
        BuildStatus.order(build);
    }

    private static String policy(JsonNode config) {
        String policy = Json.at(config, "spec", "runPolicy");
        return policy.isEmpty() ? "Serial" : policy;
    }

    private ObjectNode spec(ObjectNode config, BuildRequest request) {
        JsonNode given = config.path("spec");
        String namespace = Json.at(config, "metadata", "namespace");
        ObjectNode spec = Json.object();
        for (String field : SPEC) {
            if (given.has(field)) {
                spec.set(field, given.get(field).deepCopy());
            }
        }
        if (Json.at(spec, "serviceAccount").isEmpty()) {
            spec.put("serviceAccount", "builder");
        }
        source(spec, request);
        if (request.json().has("revision")) {
            spec.set("revision", request.json().get("revision").deepCopy());
        }
        strategy(spec, namespace, request);
        images.settleSources(spec, namespace);
        secrets.addTo(spec, namespace);
        if (request.json().has("triggeredBy")) {
            spec.set("triggeredBy", request.json().get("triggeredBy").deepCopy());
        }
        return ordered(spec);
    }

    static ObjectNode ordered(ObjectNode spec) {
        ObjectNode ordered = Json.object();
        for (String field : SPEC) {
            if (spec.has(field)) {
                ordered.set(field, spec.remove(field));
            }
        }
        ordered.setAll(spec);
        return ordered;
    }

    /** An upload takes the place of git, and its Dockerfile that of the configuration's text. Without one there is none. */
    static void source(ObjectNode spec, BuildRequest request) {
        ObjectNode old = Json.child(spec, "source");
        ObjectNode source = Json.object();
        old.remove(List.of("type", "binary"));
        request.binary().ifPresent(binary -> {
            old.remove("git");
            if (Json.at(binary, "asFile").equals("Dockerfile")) {
                old.remove("dockerfile");
            }
        });
        source.put(
                "type",
                request.binary().isPresent()
                        ? "Binary"
                        : old.has("git")
                                ? "Git"
                                : old.has("dockerfile") ? "Dockerfile" : old.has("images") ? "Image" : "None");
        request.binary().ifPresent(binary -> source.set("binary", binary));
        source.setAll(old);
        spec.set("source", source);
    }

    void strategy(ObjectNode spec, String namespace, BuildRequest request) {
        ObjectNode strategy = Json.child(spec, "strategy");
        for (String member : List.of("dockerStrategy", "sourceStrategy", "customStrategy")) {
            if (strategy.get(member) instanceof ObjectNode chosen) {
                from(chosen, namespace, request);
                environment(chosen, request.json().path("env"));
                if (member.equals("dockerStrategy")) {
                    copy(request.dockerOptions(), "noCache", chosen);
                    named(chosen, "buildArgs", request.dockerOptions().path("buildArgs"));
                } else if (member.equals("sourceStrategy")) {
                    copy(request.sourceOptions(), "incremental", chosen);
                }
            }
        }
    }

    /** The image to start from, by digest: what the request says, else what the configuration says. */
    private void from(ObjectNode strategy, String namespace, BuildRequest request) {
        JsonNode wanted = request.json().has("from") ? request.json().path("from") : strategy.path("from");
        if (Json.at(wanted, "name").isEmpty()) {
            return;
        }
        ObjectNode ordered = Json.object();
        ordered.set("from", images.settled(wanted, namespace));
        strategy.remove("from");
        ordered.setAll(strategy);
        strategy.removeAll();
        strategy.setAll(ordered);
    }

    private static void environment(ObjectNode strategy, JsonNode wanted) {
        if (!wanted.isEmpty()) {
            named(strategy, "env", wanted);
        }
    }

    /** Adds named values; one of the same name gives way. */
    private static void named(ObjectNode strategy, String field, JsonNode wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        ArrayNode merged = Json.array();
        List<String> names =
                wanted.valueStream().map(each -> Json.at(each, "name")).toList();
        strategy.path(field).forEach(old -> {
            if (!names.contains(Json.at(old, "name"))) {
                merged.add(old);
            }
        });
        wanted.forEach(merged::add);
        strategy.set(field, merged);
    }

    static void copy(JsonNode from, String field, ObjectNode to) {
        if (from.has(field)) {
            to.set(field, from.get(field));
        }
    }
}
