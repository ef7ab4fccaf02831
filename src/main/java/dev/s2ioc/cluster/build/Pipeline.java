package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.build.git.GitRevision;
import dev.s2ioc.cluster.engine.Credentials;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageBuild.Mount;
import dev.s2ioc.cluster.engine.Reference;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** One build from its input to the pushed image, told line by line as OpenShift's builder tells it. */
final class Pipeline {
    private static final int PUSH_RETRIES = 2;

    private final ObjectNode build;
    private final Engine engine;
    private final Path directory;
    private final BuildRoom room;
    private final Stages stages;
    private final BuildOutput log;
    private final RegistrySecrets secrets;
    private final String image;
    private boolean built;

    /** The directory is the build's own, and gone afterwards. */
    Pipeline(ObjectNode build, Engine engine, Path directory, BuildRoom room, Stages stages, Consumer<String> log) {
        this.build = build;
        this.engine = engine;
        this.directory = directory;
        this.room = room;
        this.stages = stages;
        this.log = new BuildOutput(build, log);
        this.secrets = new RegistrySecrets(room.data(build), directory.resolve("registries"));
        this.image = temporaryName(build);
    }

    /** Answers the digest of the image that was pushed; empty when the build has no output. */
    String run(Upload upload) throws BuildFailure, InterruptedException, IOException {
        new ResolvedEnvironment(build, room.data(build))
                .putInto(build.path("spec").path("strategy"));
        Path input = Files.createDirectories(directory.resolve("input"));
        Credentials pushing =
                secrets.of(build.path("spec").path("output").path("pushSecret"), Reason.MissingPushSecret);
        log.detail(2, "Building with " + engine.describe());
        if (!build.path("spec").path("nodeSelector").isEmpty()) {
            log.accept("Warning: the node selector is not looked at, this machine is the local cluster's only node");
        }
        Path source = new BuildSource(build, upload, this::clone, log).fetch(input, directory);
        ImageSources images = new ImageSources(build, secrets);
        images.putInto(input, directory, engine, log);
        Recipe recipe = recipe(images);
        recipe.prepare(source);
        List<Mount> volumes =
                new BuildVolumes(recipe.strategy(), room.data(build)).writeInto(directory.resolve("volumes"));
        log.accept("Caching blobs under \"/var/cache/blobs\".");
        if (recipe.pulls()) {
            pull(recipe);
        }
        stages.<Void, RuntimeException>time("Build", "DockerBuild", () -> build(recipe, volumes));
        built = true;
        postCommit();
        return push(recipe, pushing);
    }

    private void clone(Path input) throws BuildFailure, InterruptedException, IOException {
        Instant start = room.clock().instant();
        GitInput git = new GitInput(build, room.data(build), room.environment());
        GitRevision revision = git.fetch(input, directory.resolve("credentials"), log);
        stages.note("FetchInputs", "FetchGitSource", start);
        Json.child(build, "spec").set("revision", revision.json());
        room.revised(build, revision.json());
    }

    private Recipe recipe(ImageSources images) throws BuildFailure {
        JsonNode strategy = build.path("spec").path("strategy");
        ProjectInputs inputs = new ProjectInputs(build, room.data(build));
        if (strategy.has("dockerStrategy")) {
            return new DockerRecipe(build, images, inputs, directory, secrets, room.cacheLayers(), log);
        }
        if (strategy.has("sourceStrategy")) {
            return new SourceRecipe(build, directory.resolve("context"), inputs, secrets, log);
        }
        throw new BuildFailure(
                Reason.GenericBuildFailed,
                "the local cluster builds with the Docker and the Source strategy, not with "
                        + Json.at(strategy, "type"));
    }

    private void pull(Recipe recipe) throws BuildFailure, InterruptedException, IOException {
        try {
            recipe.pull(engine, log, stages);
        } catch (EngineException e) {
            throw new BuildFailure(
                    Reason.PullBuilderImageFailed, "build error: failed to pull image: " + e.getMessage());
        }
    }

    private Void build(Recipe recipe, List<Mount> volumes) throws BuildFailure, InterruptedException {
        try {
            engine.build(recipe.image(image, volumes), log);
            return null;
        } catch (EngineException e) {
            throw new BuildFailure(recipe.failure(), "build error: " + e.getMessage());
        }
    }

    private void postCommit() throws BuildFailure, InterruptedException {
        PostCommit hook = new PostCommit(build.path("spec").path("postCommit"));
        if (hook.isEmpty()) {
            return;
        }
        stages.<Void, RuntimeException>time("PostCommit", "RunPostCommitHook", () -> {
            log.accept("");
            log.accept("Running post commit hook ...");
            try {
                hook.run(engine, image, log);
                return null;
            } catch (EngineException e) {
                throw new BuildFailure(
                        Reason.PostCommitHookFailed, "build error: post commit hook failed: " + e.getMessage());
            }
        });
    }

    private String push(Recipe recipe, Credentials credentials) throws BuildFailure, InterruptedException {
        String destination = Json.at(build, "status", "outputDockerImageReference");
        if (destination.isEmpty()) {
            log.accept("Build complete, no image push requested");
            return "";
        }
        log.accept("");
        log.accept("Pushing image " + destination + " ...");
        String digest = stages.<String, RuntimeException>time(
                "PushImage", recipe.pushStep(), () -> push(destination, credentials));
        log.accept("Successfully pushed " + Reference.of(destination).repository() + "@" + digest);
        log.accept("Push successful");
        return digest;
    }

    private String push(String destination, Credentials credentials) throws BuildFailure, InterruptedException {
        for (int retries = 0; ; retries++) {
            try {
                return engine.push(image, destination, credentials, log);
            } catch (EngineException e) {
                if (retries == PUSH_RETRIES) {
                    throw new BuildFailure(
                            Reason.PushImageToRegistryFailed,
                            "build error: Failed to push image: After retrying " + PUSH_RETRIES
                                    + " times, Push image still failed due to error: " + e.getMessage());
                }
                Duration delay = room.pushDelay();
                log.accept("Warning: Push failed, retrying in " + delay.toSeconds() + "s ...");
                Thread.sleep(delay);
            }
        }
    }

    /** Removes the temporary name, which nobody has to wait for. */
    void forget() throws EngineException, InterruptedException {
        if (built) {
            engine.remove(image);
        }
    }

    private static String temporaryName(JsonNode build) {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return "temp.builder.openshift.io/" + Json.at(build, "metadata", "namespace") + "/"
                + Json.at(build, "metadata", "name") + ":" + HexFormat.of().formatHex(random);
    }
}
