package dev.s2ioc.cluster.kind;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What limits a namespace elsewhere. Clients ask for it before they describe a project or prune its images; here nothing is
 * limited, so the lists are empty and nothing can be put into them.
 */
record AllowanceKind(Type type) implements Kind {
    static final Type QUOTAS = Type.namespaced("", "v1", "resourcequotas", "ResourceQuota", "quota");
    static final Type LIMITS = Type.namespaced("", "v1", "limitranges", "LimitRange", "limits");

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.list, Verb.watch);
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.objectName(), Column.age());
    }
}
