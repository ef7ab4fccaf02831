package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.ManagedFields;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import java.util.Optional;

/** Hands what was applied on the client's side over to who applies on the server's side now, once for each object. */
final class OwnershipMigration {
    private static final int MOST_ATTEMPTS = 5;
    private static final String KEEPER = "kubectl-last-applied";

    private final CommandContext context;
    private final WriteFlags write;

    OwnershipMigration(CommandContext context, WriteFlags write) {
        this.context = context;
        this.write = write;
    }

    /** Whether anything was handed over: then the object is to be applied again, so that its old fields go. */
    boolean migrate(ManifestObject manifest, JsonNode applied) {
        try {
            JsonNode object = write.manager().equals(ServerSideApply.MANAGER) ? noted(manifest, applied) : applied;
            return handOver(manifest, object);
        } catch (ApiException e) {
            context.streams()
                    .err()
                    .println("Warning: server rejected managed fields migration to Server-Side Apply. This is non-fatal"
                            + " and will be retried next time you apply. Error: " + e.getMessage());
            return false;
        }
    }

    /** The annotation of client-side apply gets an owner of its own, so that it stays when this manager lets go. */
    private JsonNode noted(ManifestObject manifest, JsonNode applied) {
        String text = LastApplied.note(applied);
        if (text.isEmpty() || ManagedFields.isNoteApplied(applied)) {
            return applied;
        }
        ResourceType type = manifest.selection().type();
        ObjectNode owned = Json.object();
        owned.put("apiVersion", type.apiVersion()).put("kind", type.kind());
        ObjectNode metadata = owned.putObject("metadata");
        metadata.putObject("annotations").put(LastApplied.ANNOTATION, text);
        metadata.put("name", manifest.name());
        manifest.selection().namespace().ifPresent(namespace -> metadata.put("namespace", namespace));
        WriteFlags keeper = new WriteFlags(KEEPER);
        keeper.validate = write.validate;
        return resources(manifest)
                .patch(
                        type,
                        manifest.name(),
                        ServerSideApply.MEDIA_TYPE,
                        Json.bytes(owned),
                        keeper.parameters(new DryRunFlags()));
    }

    private boolean handOver(ManifestObject manifest, JsonNode applied) {
        ResourceType type = manifest.selection().type();
        JsonNode object = applied;
        for (int attempt = 1; ; attempt++) {
            Optional<ArrayNode> patch = ManagedFields.migration(object, write.manager());
            if (patch.isEmpty()) {
                return false;
            }
            try {
                resources(manifest)
                        .patch(type, manifest.name(), "application/json-patch+json", Json.bytes(patch.get()));
                return true;
            } catch (ApiException e) {
                // Who writes the object's state has written meanwhile: what counts is who owns the fields then.
                if (!e.isConflict() || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                object = resources(manifest).get(type, manifest.name());
            }
        }
    }

    private Resources resources(ManifestObject manifest) {
        return manifest.in(context.session().resources());
    }
}
