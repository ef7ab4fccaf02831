package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Objects and lists in the form that the client asked for: as they are, as a Table, or their metadata only. */
final class Forms {
    private final Resource resource;
    private final Accept accept;
    private final String includeObject;
    private final InstantSource clock;

    Forms(Resource resource, Accept accept, String includeObject, InstantSource clock) {
        this.resource = resource;
        this.accept = accept;
        this.includeObject = includeObject;
        this.clock = clock;
        if (!List.of("Metadata", "None", "Object").contains(includeObject)) {
            throw StatusException.badRequest("unrecognized includeObject value: " + includeObject);
        }
    }

    ObjectNode object(ObjectNode object) {
        return switch (accept.form()) {
            case OBJECT -> object;
            case METADATA -> partial(object);
            case METADATA_LIST ->
                throw Accept.notAcceptable(
                        "you requested PartialObjectMetadataList, but the requested object is not a list" + " (*v1."
                                + resource.type().kind() + ")");
            case TABLE -> table(List.of(object), revision(object), true);
        };
    }

    /** A watch sends the column definitions once. */
    ObjectNode watched(ObjectNode object, boolean first) {
        return switch (accept.form()) {
            case OBJECT -> object;
            case METADATA, METADATA_LIST -> partial(object);
            case TABLE -> table(List.of(object), revision(object), first);
        };
    }

    ObjectNode bookmark(long revision, boolean initialEventsEnd) {
        ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(revision));
        if (initialEventsEnd) {
            metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
        }
        if (accept.form() == Accept.Form.TABLE) {
            return table(List.of(), metadata, false);
        }
        ObjectNode object = Json.object();
        object.put("kind", resource.type().kind())
                .put("apiVersion", resource.type().apiVersion());
        object.set("metadata", metadata.putNull("creationTimestamp"));
        return accept.form() == Accept.Form.OBJECT ? object : partial(object);
    }

    ObjectNode list(List<ObjectNode> items, ObjectNode metadata) {
        if (accept.form() == Accept.Form.TABLE) {
            return table(resource.tableOrder(items), metadata, true);
        }
        if (accept.form() == Accept.Form.METADATA) {
            throw Accept.notAcceptable("you requested PartialObjectMetadata, but the requested object is a list (*v1."
                    + resource.type().kind() + "List)");
        }
        boolean metadataOnly = accept.form() == Accept.Form.METADATA_LIST;
        ObjectNode list = Json.object();
        list.put(
                "kind",
                metadataOnly ? "PartialObjectMetadataList" : resource.type().kind() + "List");
        list.put(
                "apiVersion",
                metadataOnly
                        ? "meta.k8s.io/" + accept.version()
                        : resource.type().apiVersion());
        list.set("metadata", metadata);
        ArrayNode array = list.putArray("items");
        for (ObjectNode item : items) {
            // As on a real server: the list's own kind says what its items are.
            array.add(metadataOnly ? partial(item) : item.without(List.of("kind", "apiVersion")));
        }
        return list;
    }

    private static ObjectNode revision(ObjectNode object) {
        return Json.object().put("resourceVersion", Json.at(object, "metadata", "resourceVersion"));
    }

    private ObjectNode table(List<ObjectNode> objects, ObjectNode metadata, boolean definitions) {
        ObjectNode table = Json.object();
        table.put("kind", "Table").put("apiVersion", "meta.k8s.io/" + accept.version());
        table.set("metadata", metadata);
        if (definitions) {
            ArrayNode columns = table.putArray("columnDefinitions");
            resource.columns()
                    .forEach(column -> columns.addObject()
                            .put("name", column.name())
                            .put("type", column.type())
                            .put("format", column.format())
                            .put("description", column.description())
                            .put("priority", column.priority()));
        } else {
            table.putNull("columnDefinitions");
        }
        ArrayNode rows = table.putArray("rows");
        Instant now = clock.instant();
        objects.forEach(object -> row(rows.addObject(), object, now));
        return table;
    }

    private void row(ObjectNode row, ObjectNode object, Instant now) {
        ArrayNode cells = row.putArray("cells");
        for (Column column : resource.columns()) {
            cells.addPOJO(column.cell().of(object, now));
        }
        switch (includeObject) {
            case "None" -> row.putNull("object");
            case "Object" -> row.set("object", object);
            default -> row.set("object", partial(object));
        }
    }

    private ObjectNode partial(JsonNode object) {
        ObjectNode partial = Json.object();
        String version = accept.version().isEmpty() ? "v1" : accept.version();
        partial.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/" + version);
        partial.set("metadata", object.path("metadata"));
        return partial;
    }
}
