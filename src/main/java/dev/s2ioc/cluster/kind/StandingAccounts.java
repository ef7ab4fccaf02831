package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Set;

/** The service accounts that every namespace has; deleted, they come back as long as the namespace stays. */
final class StandingAccounts implements Hooks {
    private static final Set<String> NAMES = Set.of("builder", "default", "deployer");

    private final Machinery machinery;
    private final Hooks creation;

    StandingAccounts(Machinery machinery) {
        this(machinery, Hooks.NONE);
    }

    /** @param creation what is done when any account comes */
    StandingAccounts(Machinery machinery, Hooks creation) {
        this.machinery = machinery;
        this.creation = creation;
    }

    void addTo(String namespace) {
        NAMES.forEach(name -> add(namespace, name));
    }

    private void add(String namespace, String name) {
        ObjectNode account = Json.object();
        account.putObject("metadata").put("name", name);
        machinery.kinds().resource(ServiceAccountKind.TYPE.resource()).create(Call.internal(namespace), account);
    }

    @Override
    public void beforeCreate(Call call, ObjectNode account) {
        creation.beforeCreate(call, account);
    }

    @Override
    public void afterCreate(Call call, ObjectNode account) {
        creation.afterCreate(call, account);
    }

    @Override
    public void afterDelete(Call call, ObjectNode account) {
        String name = Json.at(account, "metadata", "name");
        String namespace = Json.at(account, "metadata", "namespace");
        if (NAMES.contains(name) && isThere(namespace)) {
            try {
                add(namespace, name);
            } catch (StatusException e) {
                // Somebody was faster, or the namespace began to go in between.
                if (!Set.of("AlreadyExists", "Forbidden", "NotFound").contains(e.reason())) {
                    throw e;
                }
            }
        }
    }

    private boolean isThere(String namespace) {
        return machinery
                .store()
                .get(new Key(NamespaceKind.TYPE.resource(), "", namespace))
                .filter(found -> !Metadata.isBeingDeleted(found))
                .isPresent();
    }
}
