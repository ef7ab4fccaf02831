package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Describes a DaemonSet: one pod on each node. */
final class DaemonSetDescriber implements Describer {
    private final Viewpoint viewpoint;

    DaemonSetDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode set) {
        Outline outline = Outline.kubernetes();
        JsonNode template = set.path("spec").path("template");
        Header.name(set, outline);
        outline.line("Selector:", SelectorText.of(set.path("spec").path("selector")));
        outline.line(
                "Node-Selector:", SelectorText.ofLabels(template.path("spec").path("nodeSelector")));
        Header.kubernetes(set, outline);
        JsonNode status = set.path("status");
        nodes("Desired Number of Nodes Scheduled", status.path("desiredNumberScheduled"), outline);
        nodes("Current Number of Nodes Scheduled", status.path("currentNumberScheduled"), outline);
        nodes("Number of Nodes Scheduled with Up-to-date Pods", status.path("updatedNumberScheduled"), outline);
        nodes("Number of Nodes Scheduled with Available Pods", status.path("numberAvailable"), outline);
        nodes("Number of Nodes Misscheduled", status.path("numberMisscheduled"), outline);
        outline.line("Pods Status:", new PodCounts(viewpoint).of(set));
        PodTemplateDescriber.add(template, outline);
        new Events(viewpoint).add(List.of(set), outline);
        return outline.toString();
    }

    /** One cell: the long labels are not to push the values of the others to the right. */
    private static void nodes(String label, JsonNode count, Outline outline) {
        outline.line(label + ": " + count.asText("0"));
    }
}
