package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Log;
import dev.s2ioc.client.LogOptions;
import dev.s2ioc.client.StreamException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A pod that this run has made: waits for it, attaches to it, and takes its exit code for its own. */
final class RunningPod {
    private final CommandContext context;
    private final AttachFlags flags;
    private final Duration patience;
    private final PodWatch watch;
    private final String name;

    RunningPod(CommandContext context, JsonNode pod, AttachFlags flags, Duration patience) {
        this.context = context;
        this.flags = flags;
        this.patience = patience;
        this.name = Builds.name(pod);
        this.watch = new PodWatch(context.session().resources(), pod);
    }

    /** Attaches as soon as it runs; prints its log if it has ended before. */
    void attachAndAwait(boolean end) throws IOException, InterruptedException {
        JsonNode pod = present(watch.await(one -> PodWatch.isCompleted(one) || isReady(one), patience));
        TargetPod target = new TargetPod(pod, context.session().namespace(), KnownTypes.POD, pod);
        if (target.isCompleted()) {
            log(target, false);
        } else {
            attach(target);
        }
        if (end) {
            endAs(present(watch.await(PodWatch::isCompleted, patience)));
        }
    }

    private static boolean isReady(JsonNode pod) {
        for (JsonNode condition : pod.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return pod.at("/status/phase").asText().equals("Running")
                        && condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    private JsonNode present(Optional<JsonNode> pod) {
        return pod.orElseThrow(() -> ApiException.notFound("pods", name));
    }

    private void attach(TargetPod target) throws IOException {
        try {
            // What it has printed before somebody was attached is in its log.
            log(target, false);
        } catch (ApiException e) {
            context.streams().err().println("warning: couldn't fetch pre-attach logs: " + e.getMessage());
        }
        try {
            new Attachment(context, target, null, flags).run();
        } catch (ApiException | ConnectionException | StreamException e) {
            context.streams()
                    .err()
                    .println("warning: couldn't attach to pod/" + name + ", falling back to streaming logs: "
                            + e.getMessage());
            log(target, true);
        }
    }

    private void log(TargetPod target, boolean follow) throws IOException {
        String container = target.container(Optional.empty(), context.streams().err(), true);
        Log log = Log.ofPod(context.session(), name, LogOptions.ALL.of(container));
        try {
            if (follow) {
                log.follow(context.streams().out());
            } else {
                log.copyTo(context.streams().out());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted");
        }
    }

    private void endAs(JsonNode pod) {
        if (pod.at("/status/phase").asText().equals("Succeeded")) {
            return;
        }
        String where =
                "pod " + pod.at("/metadata/namespace").asText(context.session().namespace()) + "/" + name;
        JsonNode end = pod.at("/status/containerStatuses/0/state/terminated");
        int code = end.path("exitCode").asInt(0);
        if (code == 0) {
            throw new CommandFailure(where + " failed with unknown exit code");
        }
        String message = end.path("message").asText("");
        throw CommandFailure.verbatim(
                where + " terminated (" + end.path("reason").asText() + ")" + (message.isEmpty() ? "" : "\n" + message),
                code);
    }
}
