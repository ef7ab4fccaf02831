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
import java.util.Arrays;
import java.util.Optional;

/** Finds out what objects would be after an apply: the server tries it and keeps nothing. */
final class AppliedObjects {
    private final CommandContext context;
    private final boolean serverSide;
    private final boolean force;
    private final Request.Parameter[] parameters;

    /**
     * An object as it is and as it would be.
     *
     * @param live a missing node if there is none yet
     */
    record Applied(ManifestObject manifest, JsonNode live, JsonNode merged) {}

    AppliedObjects(CommandContext context, boolean serverSide, boolean force, String manager) {
        this.context = context;
        this.serverSide = serverSide;
        this.force = force;
        DryRunFlags dryRun = new DryRunFlags();
        dryRun.dryRun = "server";
        this.parameters = new WriteFlags(manager).parameters(dryRun);
    }

    Applied preview(ManifestObject manifest) {
        Resources resources = manifest.in(context.session().resources());
        ResourceType type = manifest.selection().type();
        Optional<JsonNode> live = live(manifest, resources);
        JsonNode merged;
        if (serverSide) {
            merged = resources.patch(
                    type, manifest.name(), ServerSideApply.MEDIA_TYPE, Json.bytes(manifest.object()), forced());
        } else if (live.isEmpty()) {
            merged = resources.create(type, wanted(manifest), parameters);
        } else {
            merged = patched(manifest, resources, live.get());
        }
        return new Applied(manifest, live.orElse(MissingNode.getInstance()), merged);
    }

    private static Optional<JsonNode> live(ManifestObject manifest, Resources resources) {
        try {
            return Optional.of(resources.get(manifest.selection().type(), manifest.name()));
        } catch (ApiException e) {
            if (e.isNotFound() && !e.isUnknownPath()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private JsonNode patched(ManifestObject manifest, Resources resources, JsonNode live) {
        ResourceType type = manifest.selection().type();
        ThreeWayPatch way = ThreeWayPatch.of(type);
        Optional<ObjectNode> before = LastApplied.of(live);
        // What was noted has annotations, if only empty ones: without any, the file would seem to take away the note.
        ObjectNode wanted = before.isPresent() ? LastApplied.removed(manifest.object()) : wanted(manifest);
        ObjectNode patch = way.between(before.<JsonNode>map(o -> o).orElse(MissingNode.getInstance()), wanted, live);
        return patch.isEmpty()
                ? live
                : resources.patch(type, manifest.name(), way.contentType(), Json.bytes(patch), parameters);
    }

    /** Without the annotation that apply writes: it would differ whenever anything does. */
    private static ObjectNode wanted(ManifestObject manifest) {
        boolean noted = manifest.object().path("metadata").path("annotations").has(LastApplied.ANNOTATION);
        return noted ? LastApplied.removed(manifest.object()) : manifest.object();
    }

    private Request.Parameter[] forced() {
        Request.Parameter[] all = Arrays.copyOf(parameters, parameters.length + 1);
        all[parameters.length] = new Request.Parameter("force", String.valueOf(force));
        return all;
    }
}
