package dev.s2ioc.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Makes objects of a template: parameters get their values, objects the values and the template's labels. */
public final class Template {
    private static final Generator GENERATOR = new Generator(new SecureRandom());

    private Template() {}

    /** What is wrong with a template before any value is given. */
    public static List<Fault> faults(JsonNode template) {
        return Parameters.faultsOfNames(template);
    }

    /** A copy of the template with values in its parameters and objects. */
    public static ObjectNode process(ObjectNode given) throws TemplateException {
        ObjectNode template = given.deepCopy();
        List<Fault> faults = new ArrayList<>(faults(template));
        Substitution substitution = new Substitution(Parameters.complete(template, GENERATOR, faults));
        if (!faults.isEmpty()) {
            throw new TemplateException(faults);
        }
        JsonNode labels = substitution.of(template.path("labels"));
        ArrayNode objects = template.arrayNode();
        for (JsonNode object : template.path("objects")) {
            objects.add(processed(object, substitution, labels));
        }
        template.set("objects", objects);
        if (template.has("message")) {
            template.put("message", substitution.text(template.path("message").asText("")));
        }
        if (template.has("labels")) {
            template.set("labels", labels);
        }
        return template;
    }

    private static JsonNode processed(JsonNode object, Substitution substitution, JsonNode labels) {
        JsonNode copy = object.deepCopy();
        // A namespace that no parameter names is where the template was written, not where it is wanted.
        if (copy.path("metadata") instanceof ObjectNode metadata
                && !Substitution.WITHIN
                        .matcher(metadata.path("namespace").asText(""))
                        .find()) {
            metadata.remove("namespace");
        }
        JsonNode result = substitution.of(copy);
        if (result instanceof ObjectNode tree && labels instanceof ObjectNode more && !more.isEmpty()) {
            tree.withObjectProperty("metadata").withObjectProperty("labels").setAll(more);
        }
        return result;
    }
}
