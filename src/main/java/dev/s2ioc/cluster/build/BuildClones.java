package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;

/** Makes new builds like old ones; what was uploaded to those is not there any more. */
final class BuildClones {
    private final Builds builds;
    private final BuildGenerator generator;
    private final PullSecrets secrets;

    BuildClones(Builds builds, BuildGenerator generator, PullSecrets secrets) {
        this.builds = builds;
        this.generator = generator;
        this.secrets = secrets;
    }

    /** The new build, stored. */
    ObjectNode clone(String namespace, String name, BuildRequest request) {
        ObjectNode old = builds.get(namespace, name);
        RequestRules.checkCapable(old.path("spec"), BuildKind.TYPE, name);
        ObjectNode spec = spec(old, request);
        ObjectNode build = Json.object();
        build.put("kind", "Build").put("apiVersion", BuildKind.TYPE.apiVersion());
        ObjectNode metadata = build.putObject("metadata");
        JsonNode oldMetadata = old.path("metadata");
        ObjectNode annotations = Json.object();
        oldMetadata.path("annotations").properties().forEach(each -> annotations.set(each.getKey(), each.getValue()));
        BuildPods.forget(annotations);
        annotations.remove("openshift.io/build.number");
        annotations.put("openshift.io/build.clone-of", name);
        metadata.put("name", newName(old, annotations)).put("namespace", namespace);
        BuildGenerator.copy(oldMetadata, "labels", metadata);
        metadata.set("annotations", annotations);
        BuildGenerator.copy(oldMetadata, "ownerReferences", metadata);
        build.set("spec", spec);
        generator.begin(build, old.path("status").path("config"));
        return builds.create(build);
    }

    private ObjectNode spec(ObjectNode old, BuildRequest request) {
        String namespace = Json.at(old, "metadata", "namespace");
        ObjectNode spec = old.path("spec").deepCopy();
        BuildGenerator.source(spec, BuildRequest.of(Json.object()));
        if (RequestRules.hasNoSource(spec)) {
            throw StatusException.badRequest("build " + namespace + "/" + Json.at(old, "metadata", "name")
                    + " was made from an upload, which is not kept; send it again with s2ioc start-build --from-dir");
        }
        generator.strategy(spec, namespace, request);
        secrets.addTo(spec, namespace);
        spec.remove("triggeredBy");
        BuildGenerator.copy(request.json(), "triggeredBy", spec);
        return BuildGenerator.ordered(spec);
    }

    /** The next of its configuration; a build that stands alone gets its own name with the time. */
    private String newName(ObjectNode old, ObjectNode annotations) {
        String namespace = Json.at(old, "metadata", "namespace");
        String config = Builds.configOf(old);
        if (builds.findConfig(namespace, config).isEmpty()) {
            return Json.at(old, "metadata", "name") + "-"
                    + Instant.parse(builds.now()).getEpochSecond();
        }
        ObjectNode counted = builds.updateConfig(namespace, config, BuildGenerator::count);
        long number = counted.path("status").path("lastVersion").asLong();
        annotations.put("openshift.io/build.number", Long.toString(number));
        return BuildName.of(config, number);
    }
}
