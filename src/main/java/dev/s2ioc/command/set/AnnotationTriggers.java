package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The image triggers of Kubernetes' workloads: an annotation that OpenShift acts on. A deployment can be paused too. */
record AnnotationTriggers(Subject subject, String namespace) implements TriggerFields {
    private static final String ANNOTATION = "image.openshift.io/triggers";
    private static final Pattern CONTAINER = Pattern.compile(
            ".*\\.(?<list>initContainers|containers)\\[(?:\\?\\(@\\.name==[\"'](?<name>[^\"']+)[\"']\\)|(?<index>[0-9]+))\\]\\.image");

    @Override
    public Triggers read() {
        Triggers triggers = new Triggers();
        triggers.config = !subject.spec().path("paused").asBoolean();
        for (JsonNode entry : entries()) {
            String container = container(entry);
            if (!container.isEmpty()) {
                boolean auto = !entry.path("paused").asBoolean();
                ImageTrigger one = ImageTrigger.of(entry.path("from"), namespace, List.of(container), auto);
                triggers.images.add(one);
            }
        }
        return triggers;
    }

    private JsonNode entries() {
        String text = subject.object()
                .path("metadata")
                .path("annotations")
                .path(ANNOTATION)
                .asText("");
        try {
            return text.isEmpty() ? Json.array() : Json.parse(text);
        } catch (IOException e) {
            throw new CommandFailure(
                    "the annotation " + ANNOTATION + " of " + subject.label() + " is not JSON: " + e.getMessage(), e);
        }
    }

    private String container(JsonNode entry) {
        Matcher path = CONTAINER.matcher(entry.path("fieldPath").asText(""));
        if (!path.matches()) {
            return "";
        }
        return path.group("name") != null
                ? path.group("name")
                : PodTemplate.name(PodTemplate.of(subject)
                        .spec()
                        .path(path.group("list"))
                        .path(Integer.parseInt(path.group("index"))));
    }

    @Override
    public void write(Triggers triggers) {
        ArrayNode entries = Json.array();
        for (JsonNode old : entries()) {
            if (container(old).isEmpty()) {
                entries.add(old);
            }
        }
        Set<String> taken = new TreeSet<>();
        for (ImageTrigger image : ContainerTriggers.checked(triggers, subject)) {
            for (String container : image.containers()) {
                if (!taken.add(container)) {
                    throw new CommandFailure("only one trigger may reference each container: " + container);
                }
                entries.add(entry(image, container));
            }
        }
        annotate(entries);
        if (hasConfig() && triggers.config == subject.spec().path("paused").asBoolean()) {
            subject.spec().put("paused", !triggers.config);
        }
    }

    private ObjectNode entry(ImageTrigger image, String container) {
        PodTemplate template = PodTemplate.of(subject);
        String list = template.containers("*").stream()
                        .anyMatch(one -> PodTemplate.name(one).equals(container))
                ? "containers"
                : "initContainers";
        ObjectNode entry = Json.object();
        entry.set("from", image.reference());
        entry.put("fieldPath", template.path() + "." + list + "[?(@.name==\"" + container + "\")].image");
        return image.auto() ? entry : entry.put("paused", true);
    }

    private void annotate(ArrayNode entries) {
        ObjectNode metadata = subject.object().withObject("/metadata");
        if (!entries.isEmpty()) {
            metadata.withObject("/annotations").put(ANNOTATION, entries.toString());
        } else if (metadata.path("annotations").has(ANNOTATION)) {
            metadata.withObject("/annotations").remove(ANNOTATION);
        }
    }

    @Override
    public boolean hasConfig() {
        return subject.type().kind().equals("Deployment");
    }
}
