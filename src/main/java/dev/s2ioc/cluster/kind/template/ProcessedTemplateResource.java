package dev.s2ioc.cluster.kind.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Answers a template with its parameters filled in; keeps nothing. */
public final class ProcessedTemplateResource implements Resource {
    private static final Type TYPE = Type.namespaced("template.openshift.io", "v1", "processedtemplates", "Template");

    private final Generator generator = new Generator(new SecureRandom());

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create);
    }

    @Override
    public List<Column> columns() {
        return new TemplateKind().columns();
    }

    @Override
    public ObjectNode create(Call call, ObjectNode given) {
        ObjectNode template = given.deepCopy();
        requireTemplate(template);
        Causes causes = new Causes();
        Parameters.validate(template, causes);
        Parameters parameters = Parameters.complete(template, generator, causes);
        if (!causes.isEmpty()) {
            throw StatusException.invalid(TemplateKind.TYPE, Json.at(template, "metadata", "name"), causes);
        }
        Substitution substitution = new Substitution(parameters.values());
        JsonNode labels = substitution.of(template.path("labels"));
        ArrayNode objects = Json.array();
        for (JsonNode object : template.path("objects")) {
            objects.add(processed(object, substitution, labels));
        }
        template.set("objects", objects);
        if (template.has("message")) {
            template.put("message", substitution.text(Json.at(template, "message")));
        }
        if (template.has("labels")) {
            template.set("labels", labels);
        }
        Json.child(template, "metadata").put("namespace", call.namespace());
        return template;
    }

    private static void requireTemplate(ObjectNode template) {
        String kind = template.path("kind").asText(TYPE.kind());
        String version = template.path("apiVersion").asText(TYPE.apiVersion());
        if (!kind.equals(TYPE.kind()) || !version.equals(TYPE.apiVersion()) && !version.equals("v1")) {
            throw StatusException.badRequest(kind + " in version \"" + version + "\" cannot be handled as a Template");
        }
        template.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
    }

    private static JsonNode processed(JsonNode object, Substitution substitution, JsonNode labels) {
        JsonNode copy = object.deepCopy();
        String namespace = Json.at(copy, "metadata", "namespace");
        // A namespace that no parameter names is where the template was written, not where it is wanted.
        if (copy.path("metadata") instanceof ObjectNode metadata
                && !Substitution.WITHIN.matcher(namespace).find()) {
            metadata.remove("namespace");
        }
        JsonNode result = substitution.of(copy);
        if (result instanceof ObjectNode tree && labels instanceof ObjectNode more && !more.isEmpty()) {
            Json.child(Json.child(tree, "metadata"), "labels").setAll(more);
        }
        return result;
    }
}
