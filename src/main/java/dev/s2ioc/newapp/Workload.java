package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What runs an image: a deployment, and a service when the image says which ports it listens on. */
final class Workload {
    private static final String SELECTOR = "deployment";

    private final NewObject identity;
    private final ImageMatch image;
    private final Assignments environment;

    Workload(NewObject identity, ImageMatch image, Assignments environment) {
        this.identity = identity;
        this.image = image;
        this.environment = environment;
    }

    private record Port(int number, String protocol) {
        /** Reads {@code 8080/tcp}. */
        static Port of(String exposed) {
            String[] parts = exposed.split("/", 2);
            return new Port(Integer.parseInt(parts[0]), parts.length == 2 ? parts[1] : "tcp");
        }

        String protocolName() {
            return protocol.toUpperCase(Locale.ROOT);
        }
    }

    PlannedObject deployment() {
        ObjectNode body = identity.body("Deployment", "apps/v1");
        trigger()
                .ifPresent(trigger -> ((ObjectNode) body.path("metadata").path("annotations"))
                        .put("image.openshift.io/triggers", trigger));
        ObjectNode spec = body.putObject("spec").put("replicas", 1);
        spec.putObject("selector").putObject("matchLabels").put(SELECTOR, identity.name());
        ObjectNode template = spec.putObject("template");
        ObjectNode metadata = template.putObject("metadata");
        metadata.putNull("creationTimestamp");
        metadata.putObject("labels").put(SELECTOR, identity.name());
        metadata.putObject("annotations").put("openshift.io/generated-by", identity.generatedBy());
        ObjectNode pod = template.putObject("spec");
        ArrayNode mounts = addVolumes(pod);
        ObjectNode container = container();
        if (!mounts.isEmpty()) {
            container.set("volumeMounts", mounts);
        }
        pod.putArray("containers").add(container);
        spec.putObject("strategy");
        body.putObject("status");
        return new PlannedObject(KnownTypes.DEPLOYMENT, body);
    }

    private ObjectNode container() {
        ObjectNode container = Json.object().put("name", containerName());
        // The server fills the image in when it follows a tag; a field that it can fill must not be empty.
        container.put("image", trigger().isPresent() ? " " : image.asked().text());
        ports().forEach(port -> container
                .withArray("ports")
                .addObject()
                .put("containerPort", port.number())
                .put("protocol", port.protocolName()));
        if (!environment.isEmpty()) {
            container.set("env", environment.toJson());
        }
        container.putObject("resources");
        return container;
    }

    private String containerName() {
        return Names.derivedFrom(image.name());
    }

    /** What the server is told to follow: a tag; one image alone never changes. */
    private Optional<String> trigger() {
        JsonNode reference = image.reference();
        if (reference.path("kind").asText().equals("DockerImage")) {
            return Optional.empty();
        }
        ObjectNode from = Json.object()
                .put("kind", reference.path("kind").asText())
                .put("name", reference.path("name").asText());
        if (reference.has("namespace")) {
            from.set("namespace", reference.path("namespace"));
        }
        ObjectNode trigger = Json.object();
        trigger.set("from", from);
        trigger.put("fieldPath", "spec.template.spec.containers[?(@.name==\"" + containerName() + "\")].image");
        return Optional.of(Json.array().add(trigger).toString());
    }

    private List<Port> ports() {
        return ImageSearch.config(image.image())
                .path("ExposedPorts")
                .propertyStream()
                .map(port -> Port.of(port.getKey()))
                .sorted(Comparator.comparingInt(Port::number).thenComparing(Port::protocol))
                .toList();
    }

    /** Directories that the image declares as volumes get room that lives as long as the pod. */
    private ArrayNode addVolumes(ObjectNode pod) {
        ArrayNode mounts = Json.array();
        TreeSet<String> directories = new TreeSet<>();
        ImageSearch.config(image.image())
                .path("Volumes")
                .propertyStream()
                .forEach(volume -> directories.add(volume.getKey()));
        for (String directory : directories) {
            String name = identity.name() + "-volume-" + (mounts.size() + 1);
            pod.withArray("volumes").addObject().put("name", name).putObject("emptyDir");
            mounts.addObject().put("name", name).put("mountPath", directory);
        }
        return mounts;
    }

    /** Empty if the image does not say which ports it listens on. */
    Optional<PlannedObject> service() {
        if (ports().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = identity.body("Service", "v1");
        ObjectNode spec = body.putObject("spec");
        ArrayNode list = spec.putArray("ports");
        for (Port port : ports()) {
            list.addObject()
                    .put("name", port.number() + "-" + port.protocol())
                    .put("protocol", port.protocolName())
                    .put("port", port.number())
                    .put("targetPort", port.number());
        }
        spec.putObject("selector").put(SELECTOR, identity.name());
        body.putObject("status").putObject("loadBalancer");
        return Optional.of(new PlannedObject(KnownTypes.SERVICE, body));
    }
}
