package dev.s2ioc.imageregistry;

import java.io.IOException;

/** Takes content out of a registry. What is not there is as good as removed. */
public record RegistryRemoval(Registries registries, String host) {

    /** The name of a layer or a config in a repository, not its content. */
    public void layerLink(String repository, String digest) throws IOException, InterruptedException {
        remove(repository, "blobs/" + digest);
    }

    public void manifest(String repository, String digest) throws IOException, InterruptedException {
        remove(repository, "manifests/" + digest);
    }

    /** Content, which no repository may need any more; only OpenShift's registry knows this. */
    public void blob(String digest) throws IOException, InterruptedException {
        remove("", "/admin/blobs/" + digest);
    }

    private void remove(String repository, String target) throws IOException, InterruptedException {
        try {
            registries
                    .send(new RemoteRepository(registries, host, repository), RegistryRequest.delete(target))
                    .body()
                    .close();
        } catch (RegistryException e) {
            if (!e.isNotFound()) {
                throw e;
            }
        }
    }
}
