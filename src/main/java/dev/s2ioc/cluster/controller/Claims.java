package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds the objects that somebody manages: takes in those that nobody has and that fit, lets go those that do not fit. */
final class Claims {
    private final Objects objects;

    Claims(Objects objects) {
        this.objects = objects;
    }

    /** The pods of a workload. */
    List<ObjectNode> pods(Type type, JsonNode owner) {
        return of(type, owner, Objects.PODS, Selector.of(owner)::selects);
    }

    List<ObjectNode> of(Type type, JsonNode owner, Type wanted, Predicate<JsonNode> fits) {
        List<ObjectNode> claimed = new ArrayList<>();
        boolean leaving = isLeaving(owner);
        for (ObjectNode object : objects.list(wanted, Json.at(owner, "metadata", "namespace"))) {
            if (Owner.owns(owner, object)) {
                if (fits.test(object) || leaving) {
                    claimed.add(object);
                } else {
                    change(wanted, object, each -> !Owner.owns(owner, each), each -> Owner.drop(each, owner));
                }
            } else if (fits.test(object) && !leaving && !isLeaving(object) && isFree(object)) {
                change(
                                wanted,
                                object,
                                each -> !isFree(each) || !stays(type, owner),
                                each -> Owner.set(each, type, owner))
                        .filter(each -> Owner.owns(owner, each))
                        .ifPresent(claimed::add);
            }
        }
        return claimed;
    }

    /** Who is deleted meanwhile takes nothing in. */
    private boolean stays(Type type, JsonNode owner) {
        return objects.get(Key.of(type.resource(), owner))
                .filter(now -> !isLeaving(now))
                .filter(now -> Json.at(now, "metadata", "uid").equals(Json.at(owner, "metadata", "uid")))
                .isPresent();
    }

    private static boolean isFree(JsonNode object) {
        return Owner.of(object).isEmpty();
    }

    static boolean isLeaving(JsonNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    /** Somebody else may have been faster, or the object has gone. */
    private Optional<ObjectNode> change(
            Type wanted, JsonNode object, Predicate<JsonNode> late, Consumer<ObjectNode> change) {
        try {
            ObjectNode changed = objects.change(Key.of(wanted.resource(), object), each -> {
                if (!late.test(each)) {
                    change.accept(each);
                }
            });
            return Optional.of(changed);
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
