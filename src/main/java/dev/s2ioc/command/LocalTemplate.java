package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.template.Fault;
import dev.s2ioc.template.Template;
import dev.s2ioc.template.TemplateException;

/** Processes a template without a server, and refuses as a server would. */
final class LocalTemplate {
    private LocalTemplate() {}

    static ObjectNode process(ObjectNode template) {
        try {
            return Template.process(template);
        } catch (TemplateException e) {
            throw new ApiException(422, status(template, e), e.getMessage());
        }
    }

    private static ObjectNode status(ObjectNode template, TemplateException refusal) {
        ObjectNode status = Json.object().put("kind", "Status").put("reason", "Invalid");
        ObjectNode details = status.putObject("details").put("kind", "Template");
        details.put("name", template.path("metadata").path("name").asText(""));
        ArrayNode causes = details.putArray("causes");
        for (Fault fault : refusal.faults()) {
            causes.addObject().put("field", fault.field()).put("message", fault.message());
        }
        return status;
    }
}
