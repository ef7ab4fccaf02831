package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must change in a stored object so that it has what its manifest says, and no longer has what only the manifest
 * before said. What neither has ever mentioned belongs to others and stays.
 */
public final class ThreeWayPatch {
    private final Optional<ListKeys> keys;

    private ThreeWayPatch(Optional<ListKeys> keys) {
        this.keys = keys;
    }

    /** The way that fits a type; of a type that nobody knows here, all lists are replaced as a whole. */
    public static ThreeWayPatch of(ResourceType type) {
        // Servers do not agree on whether the tags of image streams are merged; a merge patch means the same to all.
        boolean strategic = isBuiltIn(type.group()) && !type.plural().equals("imagestreams");
        return new ThreeWayPatch(strategic ? Optional.of(new ListKeys(type.kind())) : Optional.empty());
    }

    private static boolean isBuiltIn(String group) {
        return !group.contains(".") || group.endsWith(".k8s.io") || group.endsWith(".openshift.io");
    }

    public String contentType() {
        return "application/" + (keys.isPresent() ? "strategic-" : "") + "merge-patch+json";
    }

    /**
     * The patch; empty if there is nothing to do.
     *
     * @param before the manifest that was applied last; a missing node if there was none
     */
    public ObjectNode between(JsonNode before, JsonNode manifest, JsonNode stored) {
        return objects(before, manifest, stored, List.of());
    }

    /**
     * The fields that a patch would take from somebody who has set them since the manifest before.
     *
     * @param patch what {@link #between} has found
     * @return their paths, as in {@code .data.a}
     */
    public static List<String> conflicts(JsonNode before, JsonNode patch, JsonNode stored) {
        List<String> found = new ArrayList<>();
        collectConflicts("", before, patch, stored, found);
        return found;
    }

    private static void collectConflicts(
            String path, JsonNode before, JsonNode patch, JsonNode stored, List<String> found) {
        patch.properties().forEach(field -> {
            String name = field.getKey();
            String here = path + "." + name;
            JsonNode was = before.path(name);
            JsonNode is = stored.path(name);
            if (name.startsWith("$") || name.equals(LastApplied.ANNOTATION)) {
                return;
            }
            if (field.getValue().isObject() && is.isObject()) {
                collectConflicts(here, was, field.getValue(), is, found);
            } else if (!was.isMissingNode() && !is.isMissingNode() && !was.equals(is)) {
                found.add(here);
            }
        });
    }

    private ObjectNode objects(JsonNode before, JsonNode manifest, JsonNode stored, List<String> path) {
        ObjectNode patch = Json.object();
        manifest.properties().forEach(field -> {
            String name = field.getKey();
            List<String> here = new ArrayList<>(path);
            here.add(name);
            field(patch, name, before.path(name), field.getValue(), stored.path(name), here);
        });
        before.properties().forEach(field -> {
            if (!manifest.has(field.getKey()) && stored.has(field.getKey())) {
                patch.putNull(field.getKey());
            }
        });
        return patch;
    }

    private void field(
            ObjectNode patch, String name, JsonNode before, JsonNode wanted, JsonNode stored, List<String> path) {
        if (wanted.isNull()) {
            if (!stored.isMissingNode()) {
                patch.putNull(name);
            }
        } else if (wanted.isObject() && stored.isObject()) {
            ObjectNode inner = objects(before, wanted, stored, path);
            if (!inner.isEmpty()) {
                patch.set(name, inner);
            }
        } else if (wanted.isArray()
                && stored.isArray()
                && key(wanted, stored, path).isPresent()) {
            lists(patch, name, new Lists(key(wanted, stored, path).get(), before, wanted, stored), path);
        } else if (!wanted.equals(stored)) {
            patch.set(name, wanted);
        }
    }

    /** The field that tells elements apart, if there is one and every element has it. */
    private Optional<String> key(JsonNode wanted, JsonNode stored, List<String> path) {
        return keys.flatMap(known -> known.of(path))
                .filter(key -> wanted.valueStream().allMatch(item -> item.has(key))
                        && stored.valueStream().allMatch(item -> item.has(key)));
    }

    /** A list whose elements have a key, three times. */
    private record Lists(String key, JsonNode before, JsonNode wanted, JsonNode stored) {
        JsonNode in(JsonNode list, JsonNode item) {
            return list.valueStream()
                    .filter(other -> other.path(key).equals(item.path(key)))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }
    }

    private void lists(ObjectNode patch, String name, Lists lists, List<String> path) {
        ArrayNode changes = Json.array();
        ArrayNode order = Json.array();
        for (JsonNode item : lists.wanted()) {
            JsonNode present = lists.in(lists.stored(), item);
            ObjectNode change = present.isMissingNode()
                    ? item.deepCopy()
                    : objects(lists.in(lists.before(), item), item, present, path);
            if (!change.isEmpty()) {
                changes.add(change.set(lists.key(), item.get(lists.key())));
            }
            order.addObject().set(lists.key(), item.get(lists.key()));
        }
        for (JsonNode item : lists.before()) {
            boolean dropped = lists.in(lists.wanted(), item).isMissingNode();
            if (dropped && !lists.in(lists.stored(), item).isMissingNode()) {
                changes.addObject().put("$patch", "delete").set(lists.key(), item.get(lists.key()));
            }
        }
        if (!changes.isEmpty()) {
            patch.set("$setElementOrder/" + name, order);
            patch.set(name, changes);
        }
    }
}
