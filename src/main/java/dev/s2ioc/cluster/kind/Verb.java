package dev.s2ioc.cluster.kind;

import java.util.EnumSet;
import java.util.Set;

/** What can be asked of a resource, named as in discovery and in refusals. */
public enum Verb {
    create,
    delete,
    deletecollection,
    get,
    list,
    patch,
    update,
    watch;

    public static Set<Verb> all() {
        return EnumSet.allOf(Verb.class);
    }
}
