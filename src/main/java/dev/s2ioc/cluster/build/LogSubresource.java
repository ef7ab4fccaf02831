package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.log.LogQuery;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;

/** GET builds/X/log: what a build has said so far, or all that it will say. */
final class LogSubresource implements Subresource {
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final BuildController controller;
    private final Duration patience;

    /** The patience is how long a log of a build that has not begun is waited for. */
    LogSubresource(BuildController controller, Duration patience) {
        this.controller = controller;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String kind() {
        return "BuildLog";
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.get);
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        Call call = request.call();
        LogQuery query = LogParameters.ofBuild(call, controller.now());
        ObjectNode build = controller.builds().get(call.namespace(), request.name());
        if (call.flag("previous")) {
            build = previous(build);
        }
        build = begun(build, call.flag("nowait"));
        String uid = Json.at(build, "metadata", "uid");
        try (OutputStream out = request.reply().stream("text/plain")) {
            if (controller.logs().exists(uid)) {
                controller.logs().copy(uid, query, out);
            }
        }
    }

    /** The build before this one, by its number. */
    private ObjectNode previous(JsonNode build) {
        String config = Builds.configOf(build);
        long number = build.path("metadata")
                .path("annotations")
                .path("openshift.io/build.number")
                .asLong();
        return controller.builds().get(Json.at(build, "metadata", "namespace"), BuildName.of(config, number - 1));
    }

    private ObjectNode begun(ObjectNode build, boolean atOnce) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        ObjectNode now = build;
        while (!hasLog(now) && !atOnce) {
            if (System.nanoTime() > deadline) {
                throw StatusException.badRequest("unable to wait for build " + Json.at(build, "metadata", "name")
                        + " to run: timed out waiting for the condition");
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
            Key key = Builds.key(build);
            now = controller.builds().get(key.namespace(), key.name());
        }
        return now;
    }

    private boolean hasLog(ObjectNode build) {
        String name = "build " + Json.at(build, "metadata", "name");
        Phase phase = Phase.of(build);
        if (phase != Phase.Error && phase != Phase.Cancelled && BuildPods.isDeleted(build)) {
            throw StatusException.badRequest(
                    "pods \"" + BuildName.ofPod(Json.at(build, "metadata", "name")) + "\" not found");
        }
        return switch (phase) {
            case New, Pending -> false;
            case Error -> throw StatusException.badRequest(name + " is in an error state. No logs are available.");
            case Cancelled -> throw StatusException.badRequest(name + " was cancelled. No logs are available.");
            case Running -> controller.logs().exists(Json.at(build, "metadata", "uid"));
            case Complete -> true;
            case Failed -> failedWithLog(build, name);
        };
    }

    private boolean failedWithLog(ObjectNode build, String name) {
        if (!controller.logs().exists(Json.at(build, "metadata", "uid"))) {
            throw StatusException.badRequest(name + " failed before it could log anything: "
                    + Json.at(build, "status", "reason") + ": " + Json.at(build, "status", "message"));
        }
        return true;
    }
}
