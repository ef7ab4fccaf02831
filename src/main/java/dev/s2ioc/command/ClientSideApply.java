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
import java.util.Optional;

/** Applies by comparing on this side: the manifest, the one before it, and what the server has. */
final class ClientSideApply {
    private final CommandContext context;
    private final DryRunFlags dryRun;
    private final Request.Parameter[] parameters;

    ClientSideApply(CommandContext context, WriteFlags write, DryRunFlags dryRun) {
        this.context = context;
        this.dryRun = dryRun;
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
        if (patch.isEmpty()) {
            report.tell(type, stored.get(), "unchanged");
        } else if (dryRun.isClient()) {
            report.tell(type, wanted, "configured");
        } else {
            report.tell(type, patched(manifest, way.contentType(), patch), "configured");
        }
    }

    private Optional<JsonNode> stored(ManifestObject manifest) {
        try {
            return Optional.of(resources(manifest).get(manifest.selection().type(), manifest.name()));
        } catch (ApiException e) {
            if (e.isNotFound() && !e.isUnknownPath()) {
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

    private JsonNode patched(ManifestObject manifest, String contentType, ObjectNode patch) {
        try {
            return resources(manifest)
                    .patch(manifest.selection().type(), manifest.name(), contentType, Json.bytes(patch), parameters);
        } catch (ApiException e) {
            throw manifest.refused("patching", e);
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
