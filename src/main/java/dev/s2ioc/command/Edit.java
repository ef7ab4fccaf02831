package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Answer;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Form;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LastApplied;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.ThreeWayPatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends what a user has changed of objects, and tells what the server does not like about it. */
final class Edit {
    private final EditCommand command;
    private final CommandContext context;
    private final DryRunFlags dryRun = new DryRunFlags();
    private final Request.Parameter[] parameters;
    private final List<Original> originals = new ArrayList<>();

    /** An object as it was before. */
    private static final class Original {
        private final FoundObjects.Found found;
        private ObjectNode object;
        private boolean done;

        Original(FoundObjects.Found found, ObjectNode object) {
            this.found = found;
            this.object = object;
        }

        boolean is(Manifest manifest) {
            JsonNode metadata = object.path("metadata");
            return manifest.kind().equals(object.path("kind").asText())
                    && manifest.apiVersion().equals(object.path("apiVersion").asText())
                    && manifest.name().equals(metadata.path("name").asText())
                    && manifest.namespace()
                            .orElse("")
                            .equals(metadata.path("namespace").asText(""));
        }
    }

    Edit(EditCommand command, CommandContext context) {
        this.command = command;
        this.context = context;
        this.parameters = command.write.parameters(dryRun);
    }

    /** The objects as they are shown to the user. */
    List<ObjectNode> originals(List<FoundObjects.Found> found) throws IOException {
        for (FoundObjects.Found one : found) {
            ObjectNode object = command.subresource.isEmpty() ? one.object().deepCopy() : subresource(one);
            if (!command.showManagedFields && object.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("managedFields");
            }
            originals.add(new Original(one, object));
        }
        return originals.stream().map(original -> original.object).toList();
    }

    private ObjectNode subresource(FoundObjects.Found found) throws IOException {
        try (Answer answer = found.resources()
                .get(found.selection().type(), found.name(), Optional.of(command.subresource), Form.OBJECTS)) {
            return (ObjectNode) Json.parse(answer.body().readAllBytes());
        }
    }

    /** Sends what has changed; returns what is wrong with it, nothing if all is done. */
    List<String> save(String text) {
        List<Manifest> manifests = Manifest.parse("the edited file", text);
        List<String> complaints = new ArrayList<>();
        for (Manifest manifest : manifests) {
            Optional<Original> original =
                    originals.stream().filter(one -> one.is(manifest)).findFirst();
            if (original.isEmpty()) {
                complaints.add(manifest.kind() + " \"" + manifest.name()
                        + "\" could not be saved: at least one of apiVersion, kind, namespace and name was changed");
            } else if (!original.get().done) {
                save(original.get(), manifest.object()).ifPresent(complaints::add);
            }
        }
        return complaints;
    }

    private Optional<String> save(Original original, ObjectNode edited) {
        ResourceType type = original.found.selection().type();
        ObjectNode wanted = command.saveConfig ? LastApplied.added(edited) : edited;
        ThreeWayPatch way = ThreeWayPatch.of(type);
        ObjectNode patch = way.between(original.object, wanted, original.object);
        if (patch.isEmpty()) {
            original.done = true;
            say(type, original, "skipped");
            return Optional.empty();
        }
        if (command.outputPatch) {
            context.streams().out().println("Patch: " + new String(Json.bytes(patch), StandardCharsets.UTF_8));
        }
        try {
            send(original, way.contentType(), Json.bytes(patch));
        } catch (ApiException e) {
            return Optional.of(complaint(type, original, e));
        }
        original.done = true;
        say(type, original, "edited");
        return Optional.empty();
    }

    private void say(ResourceType type, Original original, String verb) {
        context.streams().out().println(type.objectName(original.found.name()) + " " + verb);
    }

    private void send(Original original, String contentType, byte[] patch) {
        ResourceType type = original.found.selection().type();
        if (command.subresource.isEmpty()) {
            original.found.resources().patch(type, original.found.name(), contentType, patch, parameters);
        } else {
            original.found
                    .resources()
                    .patch(type, original.found.name(), command.subresource, contentType, patch, parameters);
        }
    }

    private static String complaint(ResourceType type, Original original, ApiException refusal) {
        String what = type.qualified() + " \"" + original.found.name() + "\" ";
        JsonNode causes = refusal.details().path("causes");
        if (refusal.reason().equals("Invalid") && !causes.isEmpty()) {
            StringBuilder text = new StringBuilder(what + "was not valid:");
            causes.forEach(cause -> text.append("\n* ")
                    .append(cause.path("field").asText("<nil>"))
                    .append(": ")
                    .append(cause.path("message").asText()));
            return text.toString();
        }
        return what
                + (refusal.isNotFound() ? "could not be found on the server" : "could not be patched: ")
                + (refusal.isNotFound() ? "" : refusal.getMessage());
    }
}
