package dev.s2ioc.command;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies files and directories into a container, or out of it. */
@Command(
        name = "cp",
        description = "Copy files and directories into a container, or out of it; it must have tar.",
        footer = {
            "",
            "Examples:",
            "  # Into a pod, and out of it",
            "  s2ioc cp ./notes hello:/tmp/notes",
            "  s2ioc cp hello:/var/log/app ./log",
            "",
            "  # In another namespace, and another container than the first",
            "  s2ioc cp ./conf test/hello:/etc/app -c sidecar",
            "",
            "  # Go on where a broken connection has stopped it",
            "  s2ioc cp hello:/backup.tar . --retries=5"
        })
public final class CpCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "FROM TO",
            description = "A file here and one in a pod, as [[NAMESPACE/]POD:]FILE, either way round.")
    List<String> words = List.of();

    @Option(
            names = {"-c", "--container"},
            paramLabel = "NAME",
            description = "The container; the one that the pod names as its default, else its first, unless said.")
    String container;

    @Option(
            names = "--no-preserve",
            description =
                    "Let what is copied into the container belong to its user, with that user's usual permissions.")
    boolean noPreserve;

    @Option(
            names = "--retries",
            paramLabel = "COUNT",
            defaultValue = "0",
            description = "How often to go on after a broken connection when copying out of a container; negative for"
                    + " as often as it takes. Default: ${DEFAULT-VALUE}")
    int retries;

    private final CommandContext context;

    public CpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (words.size() != 2) {
            throw new CommandFailure("source and destination are required");
        }
        FileSpec from = FileSpec.parse(words.get(0));
        FileSpec to = FileSpec.parse(words.get(1));
        if (from.isRemote() && to.isRemote()) {
            throw new CommandFailure("one of src or dest must be a local file specification");
        }
        if (from.file().isEmpty() || to.file().isEmpty()) {
            throw new CommandFailure("filepath can not be empty");
        }
        if (!from.isRemote() && !to.isRemote()) {
            throw new CommandFailure("one of src or dest must be a remote file specification");
        }
        FileSpec remote = from.isRemote() ? from : to;
        String namespace = remote.namespace().orElse(context.session().namespace());
        TargetPod pod = TargetPod.pod(context.session(), namespace, remote.pod().orElseThrow());
        PodCommand commands = new PodCommand(context, pod, container, false);
        if (from.isRemote()) {
            new CopyFromPod(context, commands, namespace, retries)
                    .copy(from, context.surroundings().resolve(to.file()));
        } else {
            new CopyToPod(context, commands, noPreserve)
                    .copy(context.surroundings().resolve(from.file()), from, to);
        }
    }
}
