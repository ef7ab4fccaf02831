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
        Reference wanted = within(reference);
        withFile(archive -> {
            try (RegistryClient client = new RegistryClient(registry)) {
                ArchivedImage image = ArchivedImage.of(client, wanted);
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
        String[] digest = new String[1];
        withFile(archive -> {
            docker.call(List.of("save", "--output=" + archive, name(target)), line -> {});
            try (RegistryClient client = new RegistryClient(registry);
                    SavedImage image = new SavedImage(archive, new PushedLayers(directory.resolve("layers")))) {
                digest[0] = image.push(client, within(target), log);
            }
        });
        return digest[0];
    }

    /** What it is called in the registry. */
    private Reference within(String reference) {
        return Reference.of(reference.substring(registry.name().length() + 1));
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
