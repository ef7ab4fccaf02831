package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Builds without any program, where none is installed: what a Dockerfile says except RUN. Images are kept as tar files. */
final class Builtin implements Engine {
    static final String ADVICE =
            "the built-in engine cannot do that; install buildah (apt-get install buildah), podman or docker";

    private final EngineSettings settings;
    private final Path images;

    private Builtin(EngineSettings settings, Path images) {
        this.settings = settings;
        this.images = images;
    }

    static Builtin open(EngineSettings settings) throws EngineException {
        Path images = settings.directory().resolve("builtin");
        // The cluster's registry has no TLS; no other one without is spoken to, see contain().
        System.setProperty("sendCredentialsOverHttp", "true");
        try {
            return new Builtin(settings, Files.createDirectories(images));
        } catch (IOException e) {
            throw new EngineException("cannot write to " + images + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String describe() {
        return "built-in (Dockerfiles without RUN only; install buildah for all)";
    }

    @Override
    public void pull(String reference, PullPolicy policy, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        Path kept = file(reference);
        boolean fresh = Files.exists(kept) && policy == PullPolicy.MISSING;
        if (!fresh) {
            log.accept("Trying to pull " + reference + "...");
            try {
                contain(
                        Jib.from(registryImage(reference, credentials)),
                        Containerizer.to(TarImage.at(kept).named(localName(reference))),
                        isOnLoopback(reference));
            } catch (InvalidImageReferenceException e) {
                throw new EngineException("invalid image reference " + reference, e);
            }
        }
    }

    @Override
    public ImageConfig inspect(String image) throws EngineException {
        return ImageConfig.of(configuration(file(image)).path("config"), "");
    }

    @Override
    public String build(ImageBuild build, Consumer<String> log) throws EngineException, InterruptedException {
        try {
            ImagePlan plan = new ImagePlan(build, this::base, log);
            JibContainerBuilder image = plan.follow(Dockerfile.parse(Files.readString(build.dockerfile())));
            log.accept("COMMIT " + build.tag());
            String id = contain(
                            image,
                            Containerizer.to(TarImage.at(file(build.tag())).named(build.tag())),
                            false)
                    .getImageId()
                    .getHash();
            log.accept("--> " + id.substring(0, 12));
            log.accept("Successfully tagged " + build.tag());
            log.accept(id);
            return id;
        } catch (IOException e) {
            throw new EngineException("the Dockerfile cannot be read: " + e.getMessage(), e);
        } catch (InvalidImageReferenceException e) {
            throw new EngineException("invalid image reference " + build.tag(), e);
        }
    }

    private JibContainerBuilder base(String reference) throws EngineException, InterruptedException {
        if (!Files.exists(file(reference))) {
            pull(reference, PullPolicy.MISSING, Credentials.NONE, line -> {});
        }
        return Jib.from(TarImage.at(file(reference)));
    }

    @Override
    public String push(String image, String destination, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        JibContainer pushed = contain(
                Jib.from(TarImage.at(file(image))),
                Containerizer.to(registryImage(destination, credentials)),
                isOnLoopback(destination));
        log.accept("Writing manifest to image destination");
        return pushed.getDigest().toString();
    }

    @Override
    public void export(String image, Path tar) throws EngineException {
        throw new EngineException("taking files out of " + image + ": " + ADVICE);
    }

    @Override
    public int run(String image, List<String> argv, Map<String, String> environment, Consumer<String> log)
            throws EngineException {
        throw new EngineException("running " + argv.getFirst() + " in a container: " + ADVICE);
    }

    @Override
    public void remove(String image) throws EngineException {
        try {
            Files.deleteIfExists(file(image));
        } catch (IOException e) {
            throw new EngineException("cannot delete " + file(image) + ": " + e.getMessage(), e);
        }
    }

    private boolean isOnLoopback(String reference) {
        return settings.registry().reachable(reference).matches("(localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?/.*");
    }

    /** Does without TLS only on this machine: credentials go along. */
    private JibContainer contain(JibContainerBuilder image, Containerizer target, boolean plain)
            throws EngineException, InterruptedException {
        try {
            return image.containerize(target.setAllowInsecureRegistries(plain)
                    .setBaseImageLayersCache(settings.directory().resolve("builtin-base"))
                    .setApplicationLayersCache(settings.directory().resolve("builtin-layers"))
                    .setToolName("s2ioc"));
        } catch (RegistryException | IOException | ExecutionException | CacheDirectoryCreationException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            throw new EngineException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private RegistryImage registryImage(String reference, Credentials credentials) throws EngineException {
        try {
            ImageReference image = ImageReference.parse(settings.registry().reachable(reference));
            CredentialRetrieverFactory retrievers = CredentialRetrieverFactory.forImage(image, event -> {});
            RegistryImage remote = RegistryImage.named(image);
            if (!settings.registry().owns(reference)) {
                credentials.file().ifPresent(file -> remote.addCredentialRetriever(retrievers.dockerConfig(file)));
            }
            RegistryLogin.file().ifPresent(file -> remote.addCredentialRetriever(retrievers.dockerConfig(file)));
            return remote.addCredentialRetriever(retrievers.dockerConfig());
        } catch (InvalidImageReferenceException e) {
            throw new EngineException("invalid image reference " + reference, e);
        }
    }

    /** A name that a tar can carry: one by digest cannot be. */
    private static String localName(String reference) {
        int digest = reference.indexOf('@');
        return digest < 0 ? reference : reference.substring(0, digest);
    }

    private Path file(String reference) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
            return images.resolve(HexFormat.of().formatHex(hash, 0, 16) + ".tar");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode configuration(Path tar) throws EngineException {
        try (InputStream file = Files.newInputStream(tar);
                TarArchiveInputStream in = new TarArchiveInputStream(file)) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("config.json")) {
                    return new ObjectMapper().readTree(in.readAllBytes());
                }
            }
            throw new EngineException(tar + " has no image configuration");
        } catch (IOException e) {
            throw new EngineException(tar + " cannot be read: " + e.getMessage(), e);
        }
    }
}
