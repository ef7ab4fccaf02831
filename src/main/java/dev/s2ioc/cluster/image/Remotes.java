package dev.s2ioc.cluster.image;

import dev.s2ioc.cluster.kind.Machinery;
import java.io.IOException;

/** Opens other registries on behalf of a project: with its secrets, and with the trust of this machine. */
public final class Remotes {
    private final ImageSecrets secrets;
    private final RegistryTrust trust;

    public Remotes(Machinery machinery, RegistryTrust trust) {
        this.secrets = new ImageSecrets(machinery.store());
        this.trust = trust;
    }

    RemoteRegistry open(String namespace, RemoteName image, boolean insecure) throws IOException {
        return new RemoteRegistry(
                image,
                insecure,
                insecure ? RegistryTrust.insecure() : trust.toward(image.host()),
                secrets.credentials(namespace));
    }

    ImageSecrets secrets() {
        return secrets;
    }
}
