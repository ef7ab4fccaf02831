package dev.s2ioc.cluster.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Finalizers;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Claims of storage: what a pod names to have files that outlive it. */
public final class ClaimKind implements Kind {
    public static final Type TYPE = Type.namespaced("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", "pvc");
    static final String PROTECTION = "kubernetes.io/pvc-protection";
    private static final Map<String, String> SHORT = Map.of(
            "ReadWriteOnce", "RWO",
            "ReadOnlyMany", "ROX",
            "ReadWriteMany", "RWX",
            "ReadWriteOncePod", "RWOP");

    private final ClaimUsers users;

    ClaimKind(ClaimUsers users) {
        this.users = users;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "Status",
                        "phase represents the current phase of PersistentVolumeClaim.",
                        (claim, now) -> claim.path("metadata").has("deletionTimestamp")
                                ? "Terminating"
                                : Json.at(claim, "status", "phase")),
                Column.text(
                        "Volume",
                        "volumeName is the binding reference to the PersistentVolume backing this claim.",
                        (claim, now) -> Json.at(claim, "spec", "volumeName")),
                Column.text(
                        "Capacity",
                        "capacity represents the actual resources of the underlying volume.",
                        (claim, now) -> Json.at(claim, "status", "capacity", "storage")),
                Column.text(
                        "Access Modes",
                        "accessModes contains the actual access modes the volume backing the PVC has.",
                        (claim, now) -> modes(claim.path("status"))),
                Column.text(
                        "StorageClass",
                        "storageClassName is the name of the StorageClass required by the claim.",
                        (claim, now) -> Json.at(claim, "spec", "storageClassName")),
                Column.text(
                        "VolumeAttributesClass", "The class of attributes of the volume.", (claim, now) -> "<unset>"),
                Column.age(),
                Column.text(
                                "VolumeMode",
                                "volumeMode defines what type of volume is required by the claim.",
                                (claim, now) -> Json.at(claim, "spec", "volumeMode"))
                        .wide());
    }

    static JsonNode size(JsonNode claim) {
        return claim.path("spec").path("resources").path("requests").path("storage");
    }

    /** In short, as tables have them. */
    static String modes(JsonNode owner) {
        return owner.path("accessModes")
                .valueStream()
                .map(mode -> SHORT.getOrDefault(mode.asText(), mode.asText()))
                .distinct()
                .collect(Collectors.joining(","));
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode claim) {
        claim.putObject("status").put("phase", "Pending");
        Finalizers.add(claim, PROTECTION);
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode claim) {
        claim.set("status", old.path("status").deepCopy());
        if (Json.at(claim, "spec", "volumeName").isEmpty() && old.path("spec").has("volumeName")) {
            Json.child(claim, "spec").set("volumeName", old.path("spec").get("volumeName"));
        }
    }

    @Override
    public void setDefaults(ObjectNode claim) {
        ObjectNode spec = Json.child(claim, "spec");
        if (!spec.hasNonNull("volumeMode")) {
            spec.put("volumeMode", "Filesystem");
        }
        if (!spec.hasNonNull("storageClassName")) {
            spec.put("storageClassName", StorageClassKind.NAME);
        }
    }

    @Override
    public void validate(ObjectNode claim, Causes causes) {
        ClaimRules.validate(claim.path("spec"), "spec", causes);
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode claim, Causes causes) {
        ClaimRules.validateUpdate(old, claim, causes);
    }

    /** Who is in use stays until it is not; who is not need not wait for anybody who would say so. */
    @Override
    public boolean isHeld(JsonNode claim) {
        JsonNode finalizers = claim.path("metadata").path("finalizers");
        boolean others =
                finalizers.valueStream().anyMatch(each -> !each.asText().equals(PROTECTION));
        return others || Finalizers.has(claim, PROTECTION) && users.isUsed(claim);
    }
}
