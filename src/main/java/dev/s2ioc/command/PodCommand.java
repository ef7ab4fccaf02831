package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.RemoteCommand;
import dev.s2ioc.client.RemoteOptions;
import dev.s2ioc.client.Session;
import dev.s2ioc.client.StreamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Runs commands in one container of a pod. */
final class PodCommand {
    private final CommandContext context;
    private final TargetPod pod;
    private final String container;
    private final boolean quiet;

    /** @param wanted the container; null for the usual one */
    PodCommand(CommandContext context, TargetPod pod, String wanted, boolean quiet) {
        if (pod.isCompleted()) {
            throw new CommandFailure(
                    "cannot exec into a container in a completed pod; current phase is " + pod.phase());
        }
        this.context = context;
        this.pod = pod;
        this.container =
                pod.container(Optional.ofNullable(wanted), context.streams().err(), quiet);
        this.quiet = quiet;
    }

    /**
     * Runs a command at this run's streams.
     *
     * @throws CommandFailure with the command's exit code, unless that is 0
     */
    void run(List<String> command, boolean stdin, boolean tty) throws IOException {
        RemoteSession session = RemoteSession.of(context.streams(), stdin, tty, quiet);
        int code = session.run(options -> start(options, command), session.options(pod.name(), container));
        if (code != 0) {
            throw ended(code);
        }
    }

    /** Runs a command with streams of its own and returns its exit code. */
    int run(List<String> command, Optional<InputStream> in, OutputStream out, OutputStream err) throws IOException {
        RemoteOptions options = new RemoteOptions(pod.name(), container, in.isPresent(), true, false);
        try (RemoteCommand running = start(options, command)) {
            return running.run(in, out, err);
        }
    }

    /** Whether the container has a program that tells its version. */
    boolean has(String program) throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        try {
            return run(List.of(program, "--version"), Optional.empty(), nowhere, nowhere) == 0;
        } catch (StreamException e) {
            return hasNot(program, e);
        } catch (ApiException e) {
            if (e.code() != 500) {
                throw e;
            }
            return hasNot(program, e);
        }
    }

    /** A runtime tells within the stream that there is no such file; servers that look before they begin one, with a 500. */
    private boolean hasNot(String program, RuntimeException refusal) {
        context.talk().note(4, program + " cannot be run in the container: " + refusal.getMessage());
        return false;
    }

    private RemoteCommand start(RemoteOptions options, List<String> command) {
        Session session = context.session();
        return RemoteCommand.exec(session, pod.namespace(), options, command);
    }

    /** How oc tells that a command has failed. */
    static CommandFailure ended(int code) {
        return CommandFailure.verbatim("command terminated with exit code " + code, code);
    }
}
