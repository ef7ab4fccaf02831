package dev.s2ioc.cluster.kind;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A resource that only answers: what is created is a question, and nothing is kept. */
public interface Question extends Resource {
    @Override
    default Set<Verb> verbs() {
        return EnumSet.of(Verb.create);
    }

    @Override
    default List<Column> columns() {
        return List.of(Column.objectName());
    }
}
