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
import java.io.InterruptedIOException;
import java.io.OutputStream;
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
            log(target, false, 0);
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
        if (!flags.stdin && !flags.tty) {
            // Who only listens loses nothing with the log, which also has what was printed before.
            log(target, true, 0);
            return;
        }
        long printed = 0;
        try {
            printed = log(target, false, 0);
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
            log(target, true, printed);
        }
    }

    /** Prints the log without its first bytes, and answers how many bytes it had. */
    private long log(TargetPod target, boolean follow, long skipped) throws IOException {
        String container = target.container(Optional.empty(), context.streams().err(), true);
        Log log = Log.ofPod(context.session(), name, LogOptions.ALL.of(container));
        try (Rest rest = new Rest(context.streams().out(), skipped)) {
            if (follow) {
                log.follow(rest);
            } else {
                log.copyTo(rest);
            }
            return rest.taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
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

    /** What comes after so many bytes. */
    private static final class Rest extends OutputStream {
        private final OutputStream out;
        private final long skipped;
        private long taken;

        private Rest(OutputStream out, long skipped) {
            this.out = out;
            this.skipped = skipped;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int left = Math.clamp(skipped - taken, 0, length);
            out.write(bytes, offset + left, length - left);
            taken += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
