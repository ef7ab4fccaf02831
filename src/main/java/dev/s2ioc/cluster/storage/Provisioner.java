package dev.s2ioc.cluster.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.Finalizers;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Gives each claim a directory of this machine, and takes it back when the claim has gone. */
final class Provisioner implements AutoCloseable {
    private final Machinery machinery;
    private final Volumes volumes;
    private final ClaimUsers users;
    private final EventRecorder events;
    private final EventRecorder binder;
    private final Reconciler reconciler;

    Provisioner(Machinery machinery, ClaimDirectories directories, ClaimUsers users, Consumer<Throwable> failures) {
        this.machinery = machinery;
        this.volumes = new Volumes(machinery, directories);
        this.users = users;
        this.events = new EventRecorder(machinery, StorageClassKind.PROVISIONER);
        this.binder = new EventRecorder(machinery, "persistentvolume-controller");
        this.reconciler = new Reconciler("provisioner", machinery, this::look, failures)
                .of(ClaimKind.TYPE)
                .with(machinery.kinds().resource("pods").type(), this::usedBy);
    }

    void start() {
        volumes.showClass();
        sweep();
        reconciler.start();
    }

    /** A claim that goes waits for the pods that use it. */
    private Stream<Key> usedBy(Event event) {
        return ClaimUsers.claims(event.object())
                .map(name -> new Key(ClaimKind.TYPE.resource(), event.key().namespace(), name));
    }

    private void look(Key key) {
        machinery.store().get(key).ifPresentOrElse(claim -> look(key, claim), this::sweep);
    }

    private void look(Key key, ObjectNode claim) {
        if (claim.path("metadata").has("deletionTimestamp")) {
            letGo(key, claim);
        } else if (Json.at(claim, "status", "phase").equals("Bound")) {
            grow(key, claim);
        } else if (Json.at(claim, "spec", "storageClassName").equals(StorageClassKind.NAME)) {
            bind(key, claim);
        } else {
            refuse(claim);
        }
    }

    private void letGo(Key key, ObjectNode claim) {
        if (users.isUsed(claim)) {
            return;
        }
        try {
            machinery.kinds().resource(key.resource()).update(Call.internal(key.namespace()), key.name(), present -> {
                Finalizers.remove(present, ClaimKind.PROTECTION);
                return present;
            });
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    private void bind(Key key, ObjectNode claim) {
        String volume = ClaimDirectories.name(claim);
        try {
            volumes.make(claim);
        } catch (IOException e) {
            events.warning(claim, "ProvisioningFailed", "cannot make a directory for the volume: " + e.getMessage());
            throw new UncheckedIOException(e);
        }
        machinery.store().update(key, found -> ClaimDirectories.name(found).equals(volume) ? bound(found) : found);
        events.normal(
                claim,
                "ProvisioningSucceeded",
                "Successfully provisioned volume " + volume
                        + ": a directory of this machine, whose size nothing limits");
    }

    private static ObjectNode bound(ObjectNode claim) {
        ObjectNode spec = Json.child(claim, "spec").put("volumeName", ClaimDirectories.name(claim));
        Json.child(Json.child(claim, "metadata"), "annotations")
                .put("pv.kubernetes.io/bind-completed", "yes")
                .put("pv.kubernetes.io/bound-by-controller", "yes")
                .put("volume.kubernetes.io/storage-provisioner", StorageClassKind.PROVISIONER);
        ObjectNode status = claim.putObject("status").put("phase", "Bound");
        status.set("accessModes", spec.path("accessModes").deepCopy());
        status.putObject("capacity").set("storage", ClaimKind.size(claim));
        return claim;
    }

    /** More is given at once, for there is no limit. */
    private void grow(Key key, ObjectNode claim) {
        if (!ClaimKind.size(claim).equals(claim.path("status").path("capacity").path("storage"))) {
            machinery.store().update(key, found -> {
                Json.child(Json.child(found, "status"), "capacity").set("storage", ClaimKind.size(found));
                return found;
            });
            volumes.grow(claim);
        }
    }

    private void refuse(ObjectNode claim) {
        String wanted = Json.at(claim, "spec", "storageClassName");
        if (wanted.isEmpty()) {
            binder.normal(
                    claim,
                    "FailedBinding",
                    "no persistent volumes available for this claim and no storage class is set");
        } else {
            binder.warning(
                    claim,
                    "ProvisioningFailed",
                    "storageclass.storage.k8s.io \"" + wanted + "\" not found; this cluster has \""
                            + StorageClassKind.NAME + "\", which claims without storageClassName get");
        }
    }

    private void sweep() {
        try {
            volumes.sweep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
