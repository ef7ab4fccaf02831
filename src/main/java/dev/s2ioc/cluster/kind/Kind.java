package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is special about a kind of stored object; {@link StoredResource} does the rest. In the order of use: prepare, defaults,
 * validate; and {@code shown} on the way out. None of these keeps the object or writes elsewhere; that is for {@link Hooks}.
 */
public interface Kind {
    Type type();

    default Set<Verb> verbs() {
        return Verb.all();
    }

    List<Column> columns();

    /** Drops what a creator may not set, such as status. */
    default void prepareForCreate(Call call, ObjectNode object) {}

    /** Carries over what an update may not change. */
    default void prepareForUpdate(Call call, ObjectNode old, ObjectNode object) {}

    default void setDefaults(ObjectNode object) {}

    default void validate(ObjectNode object, Causes causes) {}

    default void validateUpdate(ObjectNode old, ObjectNode object, Causes causes) {}

    /** Why this cannot be a name of such an object; empty when it can. */
    default Optional<String> nameFault(String name) {
        return Names.subdomainFault(name);
    }

    /** Whether a PUT without resourceVersion is accepted. */
    default boolean updatesUnconditionally() {
        return true;
    }

    /** Whether metadata.generation counts the changes of the object's wanted state. */
    default boolean countsGenerations() {
        return false;
    }

    /** Whether somebody has to agree before such an object goes. */
    default boolean isHeld(JsonNode object) {
        return Metadata.hasFinalizers(object);
    }

    /** How many seconds such an object has to end its work before it goes. */
    default long grace(JsonNode object, DeleteOptions options) {
        return 0;
    }

    /** What field selectors can ask for, beyond name and namespace. */
    default Map<String, String> fields(JsonNode object) {
        return Map.of();
    }

    /** What clients are warned of whenever they use it. */
    default Optional<String> deprecation() {
        return Optional.empty();
    }

    default List<ObjectNode> tableOrder(List<ObjectNode> objects) {
        return objects;
    }
}
