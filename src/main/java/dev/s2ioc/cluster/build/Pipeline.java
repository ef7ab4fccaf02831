package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.build.git.GitRevision;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;

/** One build from its input to the pushed image, told line by line as OpenShift's builder tells it. */
final class Pipeline {
    private static final int PUSH_RETRIES = 2;

    private final ObjectNode build;
    private final Engine engine;
    private final Path directory;
    private final BuildRoom room;
    private final Stages stages;
    private final Consumer<String> log;
    private final String image;
    private boolean built;

    /** The directory is the build's own, and gone afterwards. */
    Pipeline(ObjectNode build, Engine engine, Path directory, BuildRoom room, Stages stages, Consumer<String> log) {
        this.build = build;
        this.engine = engine;
        this.directory = directory;
        this.room = room;
        this.stages = stages;
        this.log = log;
        this.image = temporaryName(build);
    }

    /** Answers the digest of the image that was pushed; empty when the build has no output. */
    String run(Upload upload) throws BuildFailure, InterruptedException, IOException {
        new ResolvedEnvironment(build, room.data(build))
                .putInto(build.path("spec").path("strategy"));
        Path input = Files.createDirectories(directory.resolve("input"));
        Path source = new BuildSource(build, upload, this::clone, log).fetch(input, directory);
        new ProjectInputs(build, room.data(build)).putInto(source, directory);
        Recipe recipe = recipe();
        recipe.prepare(source);
        log.accept("Caching blobs under \"/var/cache/blobs\".");
        if (recipe.pulls()) {
            stages.<Void, IOException>time("PullImages", "PullBaseImage", () -> pull(recipe));
        }
        stages.<Void, RuntimeException>time("Build", "DockerBuild", () -> build(recipe));
        built = true;
        postCommit();
        return push(recipe);
    }

    private void clone(Path input) throws BuildFailure, InterruptedException, IOException {
        Instant start = room.clock().instant();
        GitInput git = new GitInput(build, room.data(build), room.environment());
        GitRevision revision = git.fetch(input, directory.resolve("credentials"), log);
        stages.note("FetchInputs", "FetchGitSource", start);
        Json.child(build, "spec").set("revision", revision.json());
        room.revised(build, revision.json());
    }

    private Recipe recipe() throws BuildFailure {
        JsonNode strategy = build.path("spec").path("strategy");
        if (strategy.has("dockerStrategy")) {
            return new DockerRecipe(build, log);
        }
        if (strategy.has("sourceStrategy")) {
            return new SourceRecipe(build, directory.resolve("context"));
        }
        throw new BuildFailure(
                Reason.GenericBuildFailed,
                "the local cluster builds with the Docker and the Source strategy, not with "
                        + Json.at(strategy, "type"));
    }

    private Void pull(Recipe recipe) throws BuildFailure, InterruptedException, IOException {
        try {
            recipe.pull(engine, log);
            return null;
        } catch (EngineException e) {
            throw new BuildFailure(
                    Reason.PullBuilderImageFailed, "build error: failed to pull image: " + e.getMessage());
        }
    }

    private Void build(Recipe recipe) throws BuildFailure, InterruptedException {
        try {
            engine.build(recipe.image(image), log);
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

    private String push(Recipe recipe) throws BuildFailure, InterruptedException {
        String destination = Json.at(build, "status", "outputDockerImageReference");
        if (destination.isEmpty()) {
            log.accept("Build complete, no image push requested");
            return "";
        }
        log.accept("");
        log.accept("Pushing image " + destination + " ...");
        String digest = stages.<String, RuntimeException>time("PushImage", recipe.pushStep(), () -> push(destination));
        log.accept("Successfully pushed " + repository(destination) + "@" + digest);
        log.accept("Push successful");
        return digest;
    }

    private String push(String destination) throws BuildFailure, InterruptedException {
        for (int retries = 0; ; retries++) {
            try {
                return engine.push(image, destination, log);
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

    /** Without the tag; a colon before the last slash belongs to a port. */
    private static String repository(String reference) {
        int colon = reference.lastIndexOf(':');
        return colon > reference.lastIndexOf('/') ? reference.substring(0, colon) : reference;
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
