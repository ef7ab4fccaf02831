package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * POST buildconfigs/X/instantiatebinary: a build of what the body brings. The answer comes when the build has read it all; whatever goes
 * wrong before ends the build.
 */
final class InstantiateBinarySubresource implements Subresource {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BuildGenerator generator;
    private final BuildController controller;

    InstantiateBinarySubresource(BuildGenerator generator, BuildController controller) {
        this.generator = generator;
        this.controller = controller;
    }

    @Override
    public String name() {
        return "instantiatebinary";
    }

    @Override
    public String kind() {
        return "BinaryBuildRequestOptions";
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.create);
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        ObjectNode build = generator.instantiate(
                request.call().namespace(), request.name(), BuildRequest.ofUpload(request.call()));
        Key key = Builds.key(build);
        boolean taken = false;
        try {
            // Before the build can start: it may have ended before we look again.
            Upload upload = controller.uploads().of(key);
            controller.advance(build);
            if (!upload.awaitReceiver(PATIENCE)) {
                throw endedEarly(key);
            }
            // From here on the build knows by itself when the upload breaks off.
            taken = true;
            upload.send(request.body().stream());
        } catch (TimeoutException e) {
            throw StatusException.timeout("timed out waiting for build " + key.name() + " to start after 5m0s");
        } finally {
            if (!taken) {
                controller.cancel(key);
            }
        }
        request.reply().json(201, controller.builds().find(key).orElse(build));
    }

    private StatusException endedEarly(Key key) {
        Optional<ObjectNode> build = controller.builds().find(key);
        String name = "build " + key.name();
        if (build.isEmpty()) {
            return StatusException.badRequest(name + " was deleted before it started: No logs are available.");
        }
        JsonNode status = build.get().path("status");
        return switch (Phase.of(build.get())) {
            case Error -> StatusException.badRequest(name + " encountered an error: No logs are available.");
            case Failed ->
                StatusException.badRequest(
                        name + " failed: " + Json.at(status, "reason") + ": " + Json.at(status, "message"));
            case Cancelled ->
                StatusException.badRequest(
                        name + " was cancelled: " + Json.at(status, "reason") + ": " + Json.at(status, "message"));
            case New, Pending, Running, Complete ->
                StatusException.badRequest(
                        "cannot upload file to " + name + " with status " + Json.at(status, "phase"));
        };
    }
}
