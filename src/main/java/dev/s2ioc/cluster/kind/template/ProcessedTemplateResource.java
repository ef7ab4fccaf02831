package dev.s2ioc.cluster.kind.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.template.Template;
import dev.s2ioc.template.TemplateException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Answers a template with its parameters filled in; keeps nothing. */
public final class ProcessedTemplateResource implements Resource {
    private static final Type TYPE = Type.namespaced("template.openshift.io", "v1", "processedtemplates", "Template");

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
        try {
            template = Template.process(template);
        } catch (TemplateException e) {
            Causes causes = new Causes();
            TemplateKind.tell(e.faults(), causes);
            throw StatusException.invalid(TemplateKind.TYPE, Json.at(template, "metadata", "name"), causes);
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
}
