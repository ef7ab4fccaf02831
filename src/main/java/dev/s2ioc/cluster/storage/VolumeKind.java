package dev.s2ioc.cluster.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Volumes, to be looked at: the cluster makes one for each claim, and nobody else any. */
final class VolumeKind implements Kind {
    static final Type TYPE = Type.clusterScoped("", "v1", "persistentvolumes", "PersistentVolume", "pv");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get, Verb.list, Verb.watch);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Capacity", "How much it is.", (volume, now) -> Json.at(volume, "spec", "capacity", "storage")),
                Column.text(
                        "Access Modes",
                        "Who may use it at once.",
                        (volume, now) -> ClaimKind.modes(volume.path("spec"))),
                Column.text(
                        "Reclaim Policy",
                        "What becomes of it when its claim goes.",
                        (volume, now) -> Json.at(volume, "spec", "persistentVolumeReclaimPolicy")),
                Column.text("Status", "Whether a claim has it.", (volume, now) -> Json.at(volume, "status", "phase")),
                Column.text(
                        "Claim",
                        "The claim that has it.",
                        (volume, now) -> Json.at(volume, "spec", "claimRef", "namespace") + "/"
                                + Json.at(volume, "spec", "claimRef", "name")),
                Column.text(
                        "StorageClass",
                        "The class of storage.",
                        (volume, now) -> Json.at(volume, "spec", "storageClassName")),
                Column.text(
                        "VolumeAttributesClass", "The class of attributes of the volume.", (volume, now) -> "<unset>"),
                Column.text("Reason", "Why it is in its phase.", (volume, now) -> ""),
                Column.age(),
                Column.text("VolumeMode", "Filesystem.", (volume, now) -> Json.at(volume, "spec", "volumeMode"))
                        .wide());
    }

    /** The volume of a claim, in this directory. */
    static ObjectNode of(JsonNode claim, Path directory) {
        ObjectNode volume = Json.object();
        volume.putObject("metadata").put("name", ClaimDirectories.name(claim));
        JsonNode wanted = claim.path("spec");
        ObjectNode spec = volume.putObject("spec");
        spec.putObject("capacity").set("storage", ClaimKind.size(claim));
        spec.set("accessModes", wanted.path("accessModes").deepCopy());
        spec.putObject("claimRef")
                .put("kind", "PersistentVolumeClaim")
                .put("apiVersion", "v1")
                .put("namespace", Json.at(claim, "metadata", "namespace"))
                .put("name", Json.at(claim, "metadata", "name"))
                .put("uid", Json.at(claim, "metadata", "uid"));
        spec.put("persistentVolumeReclaimPolicy", "Delete")
                .put("storageClassName", StorageClassKind.NAME)
                .put("volumeMode", "Filesystem");
        spec.putObject("hostPath").put("path", directory.toString()).put("type", "Directory");
        volume.putObject("status").put("phase", "Bound");
        return volume;
    }
}
