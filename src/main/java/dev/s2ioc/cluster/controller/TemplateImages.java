package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** Puts the images of streams in the place of the streams' names in templates, where the streams or the workload allow it. */
final class TemplateImages implements Hooks {
    private static final String ANNOTATION = "alpha.image.policy.openshift.io/resolve-names";

    private final ImageStreams streams;

    TemplateImages(ImageStreams streams) {
        this.streams = streams;
    }

    @Override
    public void beforeCreate(Call call, ObjectNode workload) {
        resolve(workload);
    }

    @Override
    public void beforeUpdate(Call call, ObjectNode old, ObjectNode workload) {
        resolve(workload);
    }

    private void resolve(ObjectNode workload) {
        JsonNode spec = workload.path("spec");
        JsonNode template = (spec.has("jobTemplate") ? spec.path("jobTemplate").path("spec") : spec).path("template");
        boolean any = resolvesNames(workload) || resolvesNames(template);
        String namespace = Json.at(workload, "metadata", "namespace");
        for (String list : List.of("initContainers", "containers")) {
            for (JsonNode container : template.path("spec").path(list)) {
                if (container instanceof ObjectNode object) {
                    streams.lookup(Json.at(object, "image"), namespace, any)
                            .ifPresent(image -> object.put("image", image));
                }
            }
        }
    }

    private static boolean resolvesNames(JsonNode object) {
        return Json.at(object.path("metadata").path("annotations"), ANNOTATION).equals("*");
    }
}
