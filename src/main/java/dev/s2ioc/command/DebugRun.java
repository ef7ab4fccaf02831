package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Log;
import dev.s2ioc.client.LogOptions;
import dev.s2ioc.client.Resources;
import dev.s2ioc.console.Farewell;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts a debug pod, connects with it, ends as its command does, and removes it, however it ends. */
final class DebugRun {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** How long a command that has been left may take to be told as ended. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(10);

    private final CommandContext context;
    private JsonNode pod;
    private final String container;
    private final boolean stdin;
    private final boolean quiet;
    private final boolean preserve;
    private final Resources resources;
    private final Set<String> told = new HashSet<>();

    DebugRun(CommandContext context, ObjectNode pod, String container, boolean stdin, boolean quiet, boolean preserve) {
        this.context = context;
        this.pod = pod;
        this.container = container;
        this.stdin = stdin;
        this.quiet = quiet;
        this.preserve = preserve;
        this.resources =
                context.session().resources().in(pod.at("/metadata/namespace").asText());
    }

    /** @param original what the container would run by itself; empty if that is not known */
    void run(String original) throws IOException, InterruptedException {
        pod = resources.create(KnownTypes.POD, pod);
        AtomicBoolean removed = new AtomicBoolean(preserve);
        Runnable removal = () -> {
            if (!removed.getAndSet(true)) {
                remove();
            }
        };
        try (Farewell _ = new Farewell(removal)) {
            say("Starting pod/" + Builds.name(pod) + (original.isEmpty() ? " ..." : ", command was: " + original));
            connect();
        } finally {
            removal.run();
        }
    }

    private void connect() throws IOException, InterruptedException {
        PodWatch watch = new PodWatch(resources, pod);
        JsonNode running = watch.await(this::hasStarted, PATIENCE)
                .orElseThrow(() -> new CommandFailure("unable to create the debug pod \"" + Builds.name(pod) + "\""));
        boolean over = PodWatch.isCompleted(running)
                || !state(running).path("terminated").isMissingNode();
        if (over || !stdin) {
            Log.ofPod(context.session(), Builds.name(pod), LogOptions.ALL.of(container))
                    .follow(context.streams().out());
        } else {
            say("Pod IP: " + running.at("/status/podIP").asText());
            AttachFlags flags = new AttachFlags();
            flags.stdin = true;
            flags.tty = true;
            flags.quiet = quiet;
            String namespace = pod.at("/metadata/namespace").asText();
            TargetPod target = new TargetPod(running, namespace, KnownTypes.POD, running);
            flags.tty = target.containerNamed(container).path("tty").asBoolean();
            new Attachment(context, target, container, flags).run();
        }
        JsonNode ended = over
                ? running
                : watch.await(one -> state(one).has("terminated"), stdin ? AFTERWARDS : PATIENCE)
                        .orElse(running);
        int code = state(ended).path("terminated").path("exitCode").asInt(0);
        if (code != 0) {
            throw PodCommand.ended(code);
        }
    }

    private boolean hasStarted(JsonNode seen) {
        JsonNode waiting = state(seen).path("waiting");
        if (waiting.path("reason").asText().matches("CreateContainerError|ImagePullBackOff")
                && told.add(waiting.path("message").asText())) {
            say("warning: Container " + container + " is unable to start due to an error: "
                    + waiting.path("message").asText());
        }
        return PodWatch.isCompleted(seen)
                || state(seen).has("running")
                || state(seen).has("terminated");
    }

    private JsonNode state(JsonNode seen) {
        for (String kind : new String[] {"initContainerStatuses", "containerStatuses"}) {
            for (JsonNode status : seen.path("status").path(kind)) {
                if (status.path("name").asText().equals(container)) {
                    return status.path("state");
                }
            }
        }
        return Json.object();
    }

    private void remove() {
        say("\nRemoving debug pod ...");
        try {
            resources.delete(KnownTypes.POD, Builds.name(pod), Json.object().put("gracePeriodSeconds", 0));
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                say("error: unable to delete the debug pod \"" + Builds.name(pod) + "\": " + e.getMessage());
            }
        }
    }

    private void say(String line) {
        PrintStream err = context.streams().err();
        if (!quiet) {
            err.println(line);
        }
    }
}
