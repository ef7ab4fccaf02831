package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.ThreeWayPatch;
import java.util.List;
import java.util.Optional;

/** Applies by comparing on this side: the manifest, the one before it, and what the server has. */
final class ClientSideApply {
    private final CommandContext context;
    private final DryRunFlags dryRun;
    private final ApplyFlags flags;
    private final Optional<String> subresource;
    private final Request.Parameter[] parameters;

    ClientSideApply(CommandContext context, WriteFlags write, DryRunFlags dryRun, ApplyFlags flags) {
        this.context = context;
        this.dryRun = dryRun;
        this.flags = flags;
        this.subresource = Optional.of(flags.subresource).filter(part -> !part.isEmpty());
        this.parameters = write.parameters(dryRun);
    }

    void apply(ManifestObject manifest, ChangeReport report) {
        ObjectNode wanted = LastApplied.added(manifest.object());
        Optional<JsonNode> stored = stored(manifest);
        if (stored.isEmpty()) {
            report.tell(manifest.selection().type(), created(manifest, wanted), "created");
            return;
        }
        Optional<ObjectNode> before = LastApplied.of(stored.get());
        if (before.isEmpty()) {
            warn(manifest);
        }
        ResourceType type = manifest.selection().type();
        ThreeWayPatch way = ThreeWayPatch.of(type);
        ObjectNode patch =
                way.between(before.<JsonNode>map(o -> o).orElse(MissingNode.getInstance()), wanted, stored.get());
        if (!flags.overwrite) {
            refuseConflicts(
                    manifest, before.<JsonNode>map(o -> o).orElse(MissingNode.getInstance()), patch, stored.get());
        }
        if (patch.isEmpty()) {
            report.tell(type, stored.get(), "unchanged");
        } else if (dryRun.isClient()) {
            report.tell(type, wanted, "configured");
        } else {
            JsonNode patched = patched(manifest, way.contentType(), patch, wanted, stored.get());
            report.tell(type, patched, "configured");
        }
    }

    private Optional<JsonNode> stored(ManifestObject manifest) {
        try {
            return Optional.of(resources(manifest).get(manifest.selection().type(), manifest.name(), subresource));
        } catch (ApiException e) {
            if (e.isNotFound() && !e.isUnknownPath() && subresource.isEmpty()) {
                return Optional.empty();
            }
            throw manifest.refused("retrieving current configuration of", e);
        }
    }

    private JsonNode created(ManifestObject manifest, ObjectNode wanted) {
        if (dryRun.isClient()) {
            return wanted;
        }
        try {
            return resources(manifest).create(manifest.selection().type(), wanted, parameters);
        } catch (ApiException e) {
            throw manifest.refused("creating", e);
        }
    }

    private JsonNode patched(
            ManifestObject manifest, String contentType, ObjectNode patch, ObjectNode wanted, JsonNode stored) {
        ResourceType type = manifest.selection().type();
        try {
            return resources(manifest)
                    .patch(type, manifest.name(), subresource, contentType, Json.bytes(patch), parameters);
        } catch (ApiException e) {
            if (flags.force && (e.isConflict() || e.reason().equals("Invalid"))) {
                return recreated(manifest, wanted, stored);
            }
            throw manifest.refused("patching", e);
        }
    }

    /** Deletes the object and creates it as it is wanted; if that fails, as it was. */
    private JsonNode recreated(ManifestObject manifest, ObjectNode wanted, JsonNode stored) {
        ResourceType type = manifest.selection().type();
        Resources resources = resources(manifest);
        new Recreation(flags.deletion).delete(resources, type, manifest.name());
        try {
            return Recreation.create(resources, type, wanted, parameters);
        } catch (ApiException e) {
            ObjectNode before = stored.deepCopy();
            before.put("apiVersion", type.apiVersion()).put("kind", type.kind());
            Recreation.create(resources, type, before);
            throw manifest.refused("creating anew", e);
        }
    }

    private static void refuseConflicts(ManifestObject manifest, JsonNode before, ObjectNode patch, JsonNode stored) {
        List<String> fields = ThreeWayPatch.conflicts(before, patch, stored);
        if (!fields.isEmpty()) {
            throw new CommandFailure("error when applying \"" + manifest.source() + "\": somebody else has changed "
                    + String.join(", ", fields) + " since it was applied; without --overwrite=false the file wins");
        }
    }

    private void warn(ManifestObject manifest) {
        context.streams()
                .err()
                .println("Warning: resource " + manifest.selection().type().plural() + "/" + manifest.name()
                        + " is missing the " + LastApplied.ANNOTATION + " annotation which is required by s2ioc apply."
                        + " s2ioc apply should only be used on resources created declaratively by either s2ioc create"
                        + " --save-config or s2ioc apply. The missing annotation will be patched automatically.");
    }

    private Resources resources(ManifestObject manifest) {
        return manifest.in(context.session().resources());
    }
}
