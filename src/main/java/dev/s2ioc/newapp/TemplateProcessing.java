package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has the server fill in a template's parameters. */
final class TemplateProcessing {
    private static final String PROCESSED = "processedtemplates";

    private final Session session;

    TemplateProcessing(Session session) {
        this.session = session;
    }

    /** The template as the server answers it: parameters with their values, objects as they are to be created. */
    JsonNode process(FoundTemplate template, AppRequest.Parameters parameters) {
        ObjectNode body = template.body().deepCopy();
        parameters.values().values().forEach((name, value) -> set(body, name, value, parameters.ignoreUnknown()));
        String path = KnownTypes.TEMPLATE.path(session.namespace()).replaceFirst("templates$", PROCESSED);
        try {
            return session.json(Request.post(path, body));
        } catch (ApiException refusal) {
            String doing = "error processing template \"" + template.qualifiedName() + "\": ";
            throw refusal.reason().equals("Invalid")
                    ? new NewAppException(doing + refusal.getMessage())
                    : refusal.after(doing);
        }
    }

    private static void set(ObjectNode template, String name, String value, boolean ignoreUnknown) {
        Optional<JsonNode> parameter = template.path("parameters")
                .valueStream()
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst();
        if (parameter.isEmpty() && !ignoreUnknown) {
            throw new NewAppException("unexpected parameter name \"" + name + "\"");
        }
        // A value that is given is not made up.
        parameter.ifPresent(found -> ((ObjectNode) found).put("value", value).remove("generate"));
    }

    /** The objects of a processed template, each with the type that the server has for it. */
    List<PlannedObject> objects(FoundTemplate template, JsonNode processed) {
        List<PlannedObject> objects = new ArrayList<>();
        for (JsonNode object : processed.path("objects")) {
            String version = object.path("apiVersion").asText("");
            String kind = object.path("kind").asText("");
            ResourceType type = session.discovery()
                    .ofKind(version, kind)
                    .orElseThrow(() -> new NewAppException("no matches for kind \"" + kind + "\" in version \""
                            + version + "\", of which the template \"" + template.name()
                            + "\" has an object; nothing was created"));
            objects.add(new PlannedObject(type, object.deepCopy()));
        }
        return objects;
    }
}
