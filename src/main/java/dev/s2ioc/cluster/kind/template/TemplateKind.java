package dev.s2ioc.cluster.kind.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.template.Fault;
import dev.s2ioc.template.Template;
import java.util.List;

/** Templates: objects with parameters, to be processed into objects. */
public final class TemplateKind implements Kind {
    public static final Type TYPE = Type.namespaced("template.openshift.io", "v1", "templates", "Template");
    private static final int DESCRIPTION_LENGTH = 80;

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text("Description", "What the template is for.", (template, now) -> description(template)),
                Column.text(
                        "Parameters",
                        "How many parameters there are, and whether values are missing.",
                        (template, now) -> parameters(template.path("parameters"))),
                Column.number(
                        "Objects",
                        "How many objects the template describes.",
                        (template, now) -> template.path("objects").size()));
    }

    private static String description(JsonNode template) {
        String text = Json.at(template.path("metadata").path("annotations"), "description");
        String line = text.lines().findFirst().orElse("");
        String shown = line.length() < text.stripTrailing().length() ? line + "..." : line;
        return shown.length() > DESCRIPTION_LENGTH
                ? shown.substring(0, DESCRIPTION_LENGTH - 3).strip() + "..."
                : shown;
    }

    private static String parameters(JsonNode parameters) {
        long blank = 0;
        long generated = 0;
        for (JsonNode parameter : parameters) {
            if (Json.at(parameter, "value").isEmpty()) {
                if (Json.at(parameter, "generate").isEmpty()) {
                    blank++;
                } else {
                    generated++;
                }
            }
        }
        String state = blank > 0 ? blank + " blank" : generated > 0 ? generated + " generated" : "all set";
        return parameters.size() + " (" + state + ")";
    }

    @Override
    public void validate(ObjectNode template, Causes causes) {
        tell(Template.faults(template), causes);
    }

    static void tell(List<Fault> faults, Causes causes) {
        for (Fault fault : faults) {
            if (fault.isRequired()) {
                causes.required(fault.field(), fault.detail());
            } else {
                causes.invalid(fault.field(), fault.value(), fault.detail());
            }
        }
    }
}
