package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.List;
import java.util.Map;

/** The pods that run an application's images: one container for each. */
final class PodTemplates {
    private PodTemplates() {}

    /**
     * @param labels by which the pods are found again
     * @param filled the server fills in an image that follows a tag, and must find a blank there
     */
    static ObjectNode of(
            NewObject identity,
            List<RunnableImage> images,
            Assignments environment,
            Map<String, String> labels,
            boolean filled) {
        ObjectNode template = Json.object();
        ObjectNode metadata = template.putObject("metadata");
        metadata.set("labels", Json.tree(labels));
        metadata.putObject("annotations").put("openshift.io/generated-by", identity.generatedBy());
        ObjectNode pod = template.putObject("spec");
        ArrayNode volumes = Json.array();
        ArrayNode containers = Json.array();
        for (RunnableImage image : images) {
            containers.add(container(identity, image, environment, filled, volumes));
        }
        if (!volumes.isEmpty()) {
            pod.set("volumes", volumes);
        }
        pod.set("containers", containers);
        return template;
    }

    private static ObjectNode container(
            NewObject identity, RunnableImage image, Assignments environment, boolean filled, ArrayNode volumes) {
        ObjectNode container = Json.object().put("name", image.container());
        container.put("image", filled && image.followed().isPresent() ? " " : image.text());
        image.ports()
                .forEach(port -> container
                        .withArray("ports")
                        .addObject()
                        .put("containerPort", port.number())
                        .put("protocol", port.protocolName()));
        if (!environment.isEmpty()) {
            container.set("env", environment.toJson());
        }
        container.putObject("resources");
        // Directories that the image declares as volumes get room that lives as long as the pod.
        for (String directory : image.volumes()) {
            String name = identity.name() + "-volume-" + (volumes.size() + 1);
            volumes.addObject().put("name", name).putObject("emptyDir");
            container.withArray("volumeMounts").addObject().put("name", name).put("mountPath", directory);
        }
        return container;
    }
}
