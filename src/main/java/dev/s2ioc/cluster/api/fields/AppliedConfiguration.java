package dev.s2ioc.cluster.api.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.fields.ManagedFields.Manager;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one manager wants of an object, all of it: fields that it no longer names go, unless they are somebody else's too, and
 * fields that somebody else has set otherwise are conflicts.
 */
public final class AppliedConfiguration {
    private static final String KUBECTL = "kubectl";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final ObjectNode configuration;
    private final Manager self;
    private final boolean force;
    private final String now;

    public AppliedConfiguration(
            ObjectNode configuration, String manager, Type type, String subresource, boolean force, String now) {
        if (!configuration.path("metadata").path("managedFields").isEmpty()) {
            throw StatusException.badRequest("metadata.managedFields must be nil");
        }
        this.configuration = withoutNulls(configuration);
        if (!this.configuration.has("kind")) {
            this.configuration.put("kind", type.kind());
        }
        this.self = new Manager(manager, true, type.apiVersion(), subresource);
        this.force = force;
        this.now = now;
    }

    private static ObjectNode withoutNulls(ObjectNode object) {
        ObjectNode clean = Json.object();
        object.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner) {
                clean.set(field.getKey(), withoutNulls(inner));
            } else if (!field.getValue().isNull()) {
                clean.set(field.getKey(), field.getValue().deepCopy());
            }
        });
        return clean;
    }

    /** The object of that name to create when there is none yet. */
    public ObjectNode created(String name) {
        ObjectNode object = configuration.deepCopy();
        String said = Json.at(object, "metadata", "name");
        if (!said.isEmpty() && !said.equals(name)) {
            throw StatusException.badRequest(
                    "the name of the object (" + said + ") does not match the name on the URL (" + name + ")");
        }
        Json.child(object, "metadata").put("name", name);
        ManagedFields managed = new ManagedFields();
        managed.set(self, Fields.claimed(configuration), now, true);
        managed.writeTo(object);
        return object;
    }

    /** The wanted state of the object that is there; refused when it takes somebody else's fields without force. */
    public ObjectNode applyTo(ObjectNode live) {
        ManagedFields managed = ManagedFields.of(live);
        if (managed.isEmpty()) {
            Manager before = new Manager("before-first-apply", false, self.apiVersion(), "");
            managed.set(before, Fields.of(live).keySet(), now, true);
        }
        ObjectNode merged = new Merge(live).with(configuration);
        Set<FieldPath> claimed = Fields.claimed(configuration);
        removeGivenUp(merged, managed, claimed);
        Set<FieldPath> changed = Fields.changed(live, merged);
        requireConsent(live, managed, changed);
        managed.takeFromOthers(self, changed);
        managed.set(self, claimed, now, !changed.isEmpty());
        Set<FieldPath> present = new TreeSet<>(Fields.of(merged).keySet());
        present.addAll(claimed);
        managed.keepOnly(present);
        managed.writeTo(merged);
        updateLastApplied(merged);
        return merged;
    }

    private void removeGivenUp(ObjectNode merged, ManagedFields managed, Set<FieldPath> claimed) {
        NavigableSet<FieldPath> kept = new TreeSet<>(claimed);
        managed.others(self, (manager, fields) -> kept.addAll(fields));
        Set<FieldPath> givenUp = new TreeSet<>(managed.of(self));
        givenUp.removeIf(path -> kept.contains(path) || Fields.hasBelow(kept, path));
        givenUp.forEach(path -> path.removeFrom(merged));
    }

    private void requireConsent(ObjectNode live, ManagedFields managed, Set<FieldPath> changed) {
        Map<String, Set<FieldPath>> conflicts = new TreeMap<>();
        Set<FieldPath> allowed = allowed(live);
        managed.others(
                self,
                (manager, fields) -> fields.stream()
                        .filter(changed::contains)
                        .filter(path -> !allowed.contains(path))
                        .forEach(path -> conflicts
                                .computeIfAbsent(manager.toString(), none -> new TreeSet<>())
                                .add(path)));
        if (!conflicts.isEmpty() && !force) {
            throw Conflicts.refusal(conflicts);
        }
    }

    /** What kubectl itself has applied from the client's side before, and nobody has changed since. */
    private Set<FieldPath> allowed(ObjectNode live) {
        Set<FieldPath> allowed = new TreeSet<>();
        String annotation = Json.at(live, "metadata", "annotations", LAST_APPLIED);
        if (self.name().equals(KUBECTL) && !annotation.isEmpty()) {
            try {
                if (Json.parse(annotation) instanceof ObjectNode before) {
                    Map<FieldPath, JsonNode> present = Fields.of(live);
                    Fields.of(before).forEach((path, value) -> {
                        if (value.equals(present.get(path))) {
                            allowed.add(path);
                        }
                    });
                }
            } catch (IOException e) {
                // Somebody else has written something else there: it permits nothing.
                return Set.of();
            }
        }
        return allowed;
    }

    private void updateLastApplied(ObjectNode merged) {
        JsonNode annotations = merged.path("metadata").path("annotations");
        if (self.name().equals(KUBECTL) && annotations instanceof ObjectNode map && map.has(LAST_APPLIED)) {
            ObjectNode applied = configuration.deepCopy();
            Json.child(applied, "metadata").remove(List.of("managedFields", "resourceVersion"));
            map.put(LAST_APPLIED, Json.text(applied) + "\n");
        }
    }
}
