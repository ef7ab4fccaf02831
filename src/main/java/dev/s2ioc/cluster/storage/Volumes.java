package dev.s2ioc.cluster.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/** The volumes that claims have: objects that tell of them, and the directories that they are. */
final class Volumes {
    private final Machinery machinery;
    private final ClaimDirectories directories;

    Volumes(Machinery machinery, ClaimDirectories directories) {
        this.machinery = machinery;
        this.directories = directories;
    }

    void make(JsonNode claim) throws IOException {
        directories.make(claim);
        show(VolumeKind.TYPE, VolumeKind.of(claim, directories.of(claim)));
    }

    /** Makes the one class of storage known. */
    void showClass() {
        show(StorageClassKind.TYPE, StorageClassKind.only());
    }

    private void show(Type type, ObjectNode object) {
        Key key = new Key(type.resource(), "", Json.at(object, "metadata", "name"));
        if (machinery.store().get(key).isEmpty()) {
            machinery.kinds().resource(type.resource()).create(Call.internal(""), object);
        }
    }

    void grow(JsonNode claim) {
        machinery.store().update(new Key(VolumeKind.TYPE.resource(), "", ClaimDirectories.name(claim)), volume -> {
            Json.child(Json.child(volume, "spec"), "capacity").set("storage", ClaimKind.size(claim));
            return volume;
        });
    }

    /** Removes what belonged to claims that are gone; one call at a time, for several claims may go at once. */
    synchronized void sweep() throws IOException {
        Set<String> kept = machinery.store().list(ClaimKind.TYPE.resource(), "").stream()
                .map(ClaimDirectories::name)
                .collect(Collectors.toSet());
        for (ObjectNode volume : machinery.store().list(VolumeKind.TYPE.resource(), "")) {
            String name = Json.at(volume, "metadata", "name");
            if (!kept.contains(name)) {
                delete(name);
            }
        }
        directories.sweep(kept);
    }

    private void delete(String name) {
        try {
            machinery
                    .kinds()
                    .resource(VolumeKind.TYPE.resource())
                    .delete(Call.internal(""), name, DeleteOptions.BACKGROUND);
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }
}
