package dev.s2ioc.command;

import dev.s2ioc.client.RemoteCommand;
import dev.s2ioc.client.RemoteOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** This run's streams, connected with what a container runs. */
final class Attachment {
    private final CommandContext context;
    private final TargetPod pod;
    private final String container;
    private final AttachFlags flags;

    /** @param wanted the container; null for the usual one */
    Attachment(CommandContext context, TargetPod pod, String wanted, AttachFlags flags) {
        this.context = context;
        this.pod = pod;
        this.container =
                pod.container(Optional.ofNullable(wanted), context.streams().err(), flags.quiet);
        this.flags = flags;
    }

    String container() {
        return container;
    }

    /**
     * Stays connected until the container ends, or the user leaves it.
     *
     * @throws CommandFailure with the exit code that the server tells, unless that is 0
     */
    void run() throws IOException {
        byte[] leave = DetachKeys.parse(flags.detachKeys);
        PrintStream err = context.streams().err();
        boolean has = pod.containerNamed(container).path("tty").asBoolean();
        if (flags.tty && !has && !flags.quiet) {
            err.println("error: Unable to use a TTY - container " + container + " did not allocate one");
        }
        // What was started with a terminal talks as one talks to a terminal, whether it is asked for or not.
        RemoteSession session = RemoteSession.of(context.streams(), flags.stdin, has, flags.quiet);
        if (!flags.quiet) {
            err.println("All commands and output from this session will be recorded in container logs, including"
                    + " credentials and sensitive information passed through the command prompt.");
            err.println("If you don't see a command prompt, try pressing enter.");
        }
        boolean[] left = {false};
        int code = session.run(
                this::start,
                session.options(pod.name(), container),
                true,
                (command, keys) -> new DetachKeys(keys, leave, () -> {
                    left[0] = true;
                    command.detach();
                }));
        if (!flags.quiet && session.hasTerminal() && (left[0] || isRunAgain())) {
            context.streams().out().println(farewell());
        }
        if (code != 0) {
            throw PodCommand.ended(code);
        }
    }

    private RemoteCommand start(RemoteOptions options) {
        return RemoteCommand.attach(context.session(), pod.namespace(), options);
    }

    private boolean isRunAgain() {
        return pod.pod().at("/spec/restartPolicy").asText("Always").equals("Always");
    }

    private String farewell() {
        String again = "'s2ioc attach " + pod.name() + " -c " + container + " -n " + pod.namespace() + " -i -t'";
        boolean ephemeral = false;
        for (var one : pod.pod().at("/spec/ephemeralContainers")) {
            ephemeral |= one.path("name").asText().equals(container);
        }
        return ephemeral
                ? "Session ended, the ephemeral container will not be restarted but may be reattached using " + again
                        + " if it is still running"
                : "Session ended, resume using " + again + " command when the pod is running";
    }
}
