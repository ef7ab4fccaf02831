package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.gotemplate.GoText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Describes an object of a kind that has no describer of its own: all its fields, as a tree. */
final class GenericDescriber implements Describer {
    private static final Set<String> TOLD_ALREADY = Set.of(
            ".metadata.managedFields",
            ".metadata.name",
            ".metadata.namespace",
            ".metadata.labels",
            ".metadata.annotations");

    private final Viewpoint viewpoint;

    GenericDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode object) {
        Outline outline = Outline.kubernetes();
        Header.name(object, outline);
        Header.kubernetes(object, outline);
        tree(object, "", "", outline);
        new Events(viewpoint).add(List.of(object), outline);
        return outline.toString();
    }

    private static void tree(JsonNode object, String indent, String path, Outline outline) {
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            String inner = path + "." + field.getKey();
            if (!TOLD_ALREADY.contains(inner)) {
                field(indent, FieldLabel.of(field.getKey()) + ":", field.getValue(), inner, outline);
            }
        }
    }

    private static void field(String indent, String label, JsonNode value, String path, Outline outline) {
        if (!value.isContainerNode()) {
            outline.line(indent + label, GoText.of(value));
            return;
        }
        outline.line(indent + label);
        if (value.isObject()) {
            tree(value, indent + "  ", path, outline);
            return;
        }
        for (JsonNode item : value) {
            if (item.isObject()) {
                tree(item, indent + "  ", path, outline);
            } else {
                outline.line(indent + "  " + GoText.of(item));
            }
        }
    }
}
