package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DryRunFlags;
import java.util.List;

/** Brings objects into a project, one by one, and tells of each what was done. */
final class ImportedObjects {
    private final CommandContext context;
    private final Resources resources;
    private final DryRunFlags dryRun;
    private final boolean overwrite;

    ImportedObjects(CommandContext context, Resources resources, DryRunFlags dryRun, boolean overwrite) {
        this.context = context;
        this.resources = resources;
        this.dryRun = dryRun;
        this.overwrite = overwrite;
    }

    void bring(Manifest manifest) {
        if (manifest.name().isEmpty()) {
            throw new CommandFailure(
                    "error when reading \"" + manifest.source() + "\": resource name may not be empty");
        }
        ResourceType type =
                Selection.of(manifest, context.session().discovery()).type();
        ObjectNode object = manifest.object().deepCopy();
        ((ObjectNode) object.path("metadata")).remove("namespace");
        if (dryRun.isClient()) {
            tell(type, manifest, "created");
            return;
        }
        try {
            resources.create(type, object, dryRun.parameters());
            tell(type, manifest, "created");
        } catch (ApiException e) {
            if (!e.isAlreadyExists()) {
                throw e.after("error when creating \"" + manifest.source() + "\": ");
            }
            meet(type, manifest, object);
        }
    }

    /** The object is there already. */
    private void meet(ResourceType type, Manifest manifest, ObjectNode object) {
        boolean account = type.kind().equals("ServiceAccount");
        if (!account && !overwrite) {
            tell(type, manifest, "unchanged: it exists already, and --overwrite is not given");
            return;
        }
        JsonNode present = resources.get(type, manifest.name());
        ObjectNode wanted = account ? linked(present, object) : object;
        ((ObjectNode) wanted.path("metadata"))
                .set("resourceVersion", present.path("metadata").path("resourceVersion"));
        JsonNode stored = resources.update(type, manifest.name(), wanted, dryRun.parameters());
        tell(type, manifest, stored.equals(present) ? "unchanged" : "configured");
    }

    /** A project's accounts are made with it: what they are to have besides is added. */
    private static ObjectNode linked(JsonNode present, ObjectNode object) {
        ObjectNode linked = present.deepCopy();
        for (String list : List.of("secrets", "imagePullSecrets")) {
            for (JsonNode each : object.path(list)) {
                ArrayNode names = linked.get(list) instanceof ArrayNode found ? found : linked.putArray(list);
                if (names.valueStream().noneMatch(each::equals)) {
                    names.add(each);
                }
            }
        }
        return linked;
    }

    private void tell(ResourceType type, Manifest manifest, String verb) {
        context.streams().out().println(type.objectName(manifest.name()) + " " + verb + dryRun.suffix());
    }
}
