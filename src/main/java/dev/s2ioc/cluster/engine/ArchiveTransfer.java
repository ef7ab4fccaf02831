package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The daemon is on a machine of its own, whose loopback is not ours: images go as archives through docker's client, and this process
 * speaks with the registry.
 *
 * @param directory for the archives, which are deleted at once, and for notes of the layers that have been pushed
 */
record ArchiveTransfer(LocalRegistry registry, DockerCommand docker, Path directory) implements ImageTransfer {

    /** No archive can carry a name by digest. */
    @Override
    public String name(String reference) {
        return registry.reachable(reference).replace("@sha256:", ":sha256-");
    }

    @Override
    public void pull(String reference, Consumer<String> log) throws EngineException, InterruptedException {
        String rest = reference.substring(registry.name().length() + 1);
        int end = rest.contains("@") ? rest.indexOf('@') : rest.lastIndexOf(':');
        String repository = end < 0 ? rest : rest.substring(0, end);
        String tag = end < 0 ? "latest" : rest.substring(end + 1);
        withFile(archive -> {
            try (RegistryClient client = new RegistryClient(registry)) {
                ArchivedImage image = ArchivedImage.of(client, repository, tag);
                if (!image.configuration().equals(present(name(reference)))) {
                    image.write(archive, name(reference));
                    docker.call(List.of("load", "--input=" + archive), log);
                }
            }
        });
    }

    /** The digest of the configuration is what daemons call an image. */
    private String present(String name) throws EngineException, InterruptedException {
        StringBuilder id = new StringBuilder();
        docker.run(List.of("image", "inspect", "--format={{.Id}}", name), id::append);
        return id.toString();
    }

    @Override
    public String push(String target, Consumer<String> log) throws EngineException, InterruptedException {
        String rest = target.substring(registry.name().length() + 1);
        int colon = rest.lastIndexOf(':');
        String[] digest = new String[1];
        withFile(archive -> {
            docker.call(List.of("save", "--output=" + archive, name(target)), line -> {});
            try (RegistryClient client = new RegistryClient(registry);
                    SavedImage image = new SavedImage(archive, new PushedLayers(directory.resolve("layers")))) {
                digest[0] = image.push(
                        client,
                        colon < 0 ? rest : rest.substring(0, colon),
                        colon < 0 ? "latest" : rest.substring(colon + 1),
                        log);
            }
        });
        return digest[0];
    }

    private void withFile(Use use) throws EngineException, InterruptedException {
        try {
            Path archive = Files.createTempFile(directory, "image", ".tar");
            try {
                use.with(archive);
            } finally {
                Files.delete(archive);
            }
        } catch (IOException e) {
            throw new EngineException("an image cannot be passed on: " + e.getMessage(), e);
        }
    }

    /** What an archive is made for. */
    private interface Use {
        void with(Path archive) throws EngineException, InterruptedException, IOException;
    }
}
