package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes one object after the other, says so, and then waits for all of them to be gone. */
final class Deletion {
    private final DeleteCommand command;
    private final CommandContext context;
    private final Resources resources;

    /** An object that the server has agreed to delete; the identity tells it from a later one of the same name. */
    private record Deleted(Selection object, String uid) {}

    Deletion(DeleteCommand command, CommandContext context) {
        this.command = command;
        this.context = context;
        this.resources = command.selectors.resources(context.session());
    }

    void delete(List<Selection> objects, Failures failures) {
        List<Deleted> deleted = new ArrayList<>();
        for (Selection object : objects) {
            failures.attempt(() -> delete(object).ifPresent(deleted::add));
        }
        context.streams().out().flush();
        if (!command.delete.waits() || command.dryRun.isSet()) {
            return;
        }
        Disappearance disappearance = new Disappearance(command.delete.how.timeout);
        for (Deleted one : deleted) {
            failures.attempt(() -> disappearance.await(
                    Targets.where(one.object(), resources),
                    one.object().type(),
                    one.object().name().orElseThrow(),
                    one.uid()));
        }
    }

    private Optional<Deleted> delete(Selection object) {
        JsonNode answer = Json.object();
        try {
            if (!command.dryRun.isClient()) {
                answer = Targets.where(object, resources)
                        .delete(
                                object.type(),
                                object.name().orElseThrow(),
                                command.delete.options(),
                                command.dryRun.parameters());
            }
        } catch (ApiException e) {
            if (command.tolerates(e)) {
                return Optional.empty();
            }
            throw e;
        }
        context.streams().out().println(line(object));
        boolean status = answer.path("kind").asText().equals("Status");
        return Optional.of(new Deleted(
                object, answer.path(status ? "details" : "metadata").path("uid").asText("")));
    }

    private String line(Selection object) {
        String name = object.name().orElseThrow();
        if (command.output.equals("name")) {
            return object.type().objectName(name);
        }
        String verb = command.delete.how.gracePeriod == 0 ? "force deleted" : "deleted";
        String namespace = object.namespace().orElseGet(context.session()::namespace);
        return words(object.type(), name, namespace, verb) + command.dryRun.suffix();
    }

    /** {@code configmap "x" deleted from demo namespace}. */
    static String words(ResourceType type, String name, String namespace, String verb) {
        String where = type.namespaced() ? " from " + namespace + " namespace" : "";
        return type.qualifiedSingular() + " \"" + name + "\" " + verb + where;
    }
}
