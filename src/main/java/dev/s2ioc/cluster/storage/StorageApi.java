package dev.s2ioc.cluster.storage;

import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.StoredResource;
import java.util.function.Consumer;

/** Storage that outlives pods: claims of it, and what fulfils them. */
public final class StorageApi implements AutoCloseable {
    private final Provisioner provisioner;

    private StorageApi(Provisioner provisioner) {
        this.provisioner = provisioner;
    }

    /** Adds the kinds; claims are fulfilled when it is started. */
    public static StorageApi addTo(Machinery machinery, ClaimDirectories directories, Consumer<Throwable> failures) {
        ClaimUsers users = new ClaimUsers(machinery.store());
        StoredResource claims = new StoredResource(machinery, new ClaimKind(users));
        machinery
                .kinds()
                .add(claims)
                .add(ClaimKind.TYPE, PartSubresource.status(claims))
                .add(new StoredResource(machinery, new VolumeKind()))
                .add(new StoredResource(machinery, new StorageClassKind()));
        return new StorageApi(new Provisioner(machinery, directories, users, failures));
    }

    public void start() {
        provisioner.start();
    }

    @Override
    public void close() {
        provisioner.close();
    }
}
