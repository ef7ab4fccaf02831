package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;

/** An object that flags describe: made, sent, told of. */
final class NewObject {
    private final CommandContext context;
    private final CreateFlags flags;
    private final ChangeReport report;
    private final ObjectNode object = Json.object();

    NewObject(CommandContext context, CreateFlags flags, String apiVersion, String kind, String name) {
        this.context = context;
        this.flags = flags;
        this.report = flags.report(context);
        object.put("apiVersion", apiVersion).put("kind", kind);
        object.putObject("metadata").put("name", name);
    }

    ObjectNode body() {
        return object;
    }

    /** Creates it; refusals are told as they are. */
    void create(Request.Parameter... parameters) {
        ResourceType type = context.session()
                .discovery()
                .ofKind(object.path("apiVersion").asText(), object.path("kind").asText())
                .orElseThrow(() -> new CommandFailure("the server doesn't have a resource type \""
                        + object.path("kind").asText() + "\""));
        if (type.namespaced()) {
            ObjectNode metadata = (ObjectNode) object.path("metadata");
            context.flags().givenNamespace().ifPresent(namespace -> metadata.put("namespace", namespace));
        }
        ObjectNode whole = flags.saveConfig ? LastApplied.added(object) : object;
        JsonNode result =
                flags.dryRun.isClient() ? whole : context.session().resources().create(type, whole, parameters);
        report.tell(type, result, "created");
    }

    /** Creates it; a refusal follows the given words. */
    void createOr(String failure) {
        try {
            create(flags.parameters());
        } catch (ApiException e) {
            throw new CommandFailure(failure + e.getMessage(), e);
        }
    }

    /** Sets a field that may be a number or a text, such as a port or a percentage; empty leaves it out. */
    static void putNumberOrText(ObjectNode object, String field, String value) {
        if (value.matches("[0-9]{1,9}")) {
            object.put(field, Integer.parseInt(value));
        } else if (!value.isEmpty()) {
            object.put(field, value);
        }
    }
}
