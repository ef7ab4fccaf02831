package dev.s2ioc.command;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Connects with what a container runs already. */
@Command(
        name = "attach",
        description = "Connect with the command that a container runs already.",
        footer = {
            "",
            "Examples:",
            "  # See what a pod prints from now on",
            "  s2ioc attach hello",
            "",
            "  # Type into a container that has a terminal; Ctrl-P Ctrl-Q leaves it running",
            "  s2ioc attach hello -c web -i -t",
            "",
            "  # A pod of a replica set",
            "  s2ioc attach rs/hello"
        })
public final class AttachCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "POD | TYPE/NAME",
            description = "A pod, or deploy/NAME and the like, of which one pod is taken.")
    List<String> words = List.of();

    @Mixin
    AttachFlags attach = new AttachFlags();

    @Mixin
    TargetFlags target = new TargetFlags();

    private final CommandContext context;

    public AttachCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (words.isEmpty()) {
            throw new CommandFailure("at least 1 argument is required for attach");
        }
        if (words.size() > 2) {
            throw new CommandFailure("expected POD, TYPE/NAME, or TYPE NAME, (at most 2 arguments) saw " + words.size()
                    + ": [" + String.join(" ", words) + "]");
        }
        TargetPod pod = target.find(context, words);
        if (pod.isCompleted()) {
            throw new CommandFailure("cannot attach a container in a completed pod; current phase is " + pod.phase());
        }
        new Attachment(context, pod, target.container, attach).run();
    }
}
