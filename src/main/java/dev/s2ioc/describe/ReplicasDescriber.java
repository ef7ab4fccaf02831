package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Describes a ReplicaSet or a ReplicationController: so many pods of one kind. */
final class ReplicasDescriber implements Describer {
    private final Viewpoint viewpoint;

    ReplicasDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode controller) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = controller.path("spec");
        Header.name(controller, outline);
        outline.line("Selector:", SelectorText.of(spec.path("selector")));
        Header.kubernetes(controller, outline);
        if (!controller.path("kind").asText().equals("ReplicationController")) {
            Header.controlledBy(controller, outline);
        }
        outline.line(
                "Replicas:",
                controller.path("status").path("replicas").asText("0") + " current / "
                        + spec.path("replicas").asText("1") + " desired");
        outline.line("Pods Status:", new PodCounts(viewpoint).of(controller));
        PodTemplateDescriber.add(spec.path("template"), outline);
        Conditions.add(controller.path("status").path("conditions"), outline);
        new Events(viewpoint).add(List.of(controller), outline);
        return outline.toString();
    }
}
