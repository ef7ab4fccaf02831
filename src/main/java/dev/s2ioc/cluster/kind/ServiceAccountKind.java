package dev.s2ioc.cluster.kind;

import java.util.List;

/** Service accounts: whom builds act as. */
public final class ServiceAccountKind implements Kind {
    public static final Type TYPE = Type.namespaced("", "v1", "serviceaccounts", "ServiceAccount", "sa");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Secrets",
                        "How many secrets the pods of this account may use.",
                        (account, now) -> account.path("secrets").size()),
                Column.age());
    }
}
