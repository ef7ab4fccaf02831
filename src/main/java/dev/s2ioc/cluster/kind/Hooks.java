package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What other rooms do when a stored object comes, changes, goes, or is shown. */
public interface Hooks {
    Hooks NONE = new Hooks() {};

    /** Before validation; may change the object or refuse. Must have no other effect: the write may fail or be tried again. */
    default void beforeCreate(Call call, ObjectNode object) {}

    /** As beforeCreate, with the present state. */
    default void beforeUpdate(Call call, ObjectNode old, ObjectNode object) {}

    /** The object is stored. */
    default void afterCreate(Call call, ObjectNode object) {}

    default void afterUpdate(Call call, ObjectNode old, ObjectNode object) {}

    /** The object is gone. */
    default void afterDelete(Call call, ObjectNode object) {}

    /** Adds what is only known when the object is read (and is not stored). */
    default void show(ObjectNode object) {}
}
