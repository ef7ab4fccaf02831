package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.console.Farewell;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an image in a pod of its own, in the background or at this terminal. */
@Command(
        name = "run",
        description = "Run an image in a pod of its own.",
        footer = {
            "",
            "Examples:",
            "  # In the background",
            "  s2ioc run hello --image=quay.io/me/hello --port=8080 --env=MODE=test",
            "",
            "  # At this terminal, and gone afterwards",
            "  s2ioc run -it --rm box --image=busybox --restart=Never -- sh",
            "",
            "  # Another command than the image's own; ends with its exit code",
            "  s2ioc run job --image=busybox --attach --rm --restart=Never --command -- wc -l /etc/passwd",
            "",
            "  # See the pod without making it",
            "  s2ioc run hello --image=busybox --dry-run=client -o yaml"
        })
public final class RunCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "NAME -- [ARGUMENTS]", description = "The pod's name; its arguments.")
    List<String> words = List.of();

    @Mixin
    RunPodFlags flags = new RunPodFlags();

    @Mixin
    AttachFlags attach = new AttachFlags();

    @Option(
            names = "--attach",
            arity = "0..1",
            paramLabel = "BOOL",
            preprocessor = AttachedValue.class,
            fallbackValue = "true",
            description = "Wait for the pod and attach to it, as is done anyway with -i.")
    Boolean attached;

    @Option(names = "--rm", description = "Delete the pod when it has ended; only when attached to it.")
    boolean remove;

    @Option(names = "--expose", description = "Make a service for the pod too; it needs --port.")
    boolean expose;

    @Mixin
    RemovalFlags removal = new RemovalFlags();

    @Option(
            names = "--pod-running-timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "1m0s",
            description = "How long to wait until the pod runs, and until it has ended. Default: ${DEFAULT-VALUE}")
    Duration podRunningTimeout;

    @Mixin
    MakingFlags making = new MakingFlags("kubectl-run");

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    public RunCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        RemoteWords parts =
                RemoteWords.of(words, spec.commandLine().getParseResult().originalArgs());
        boolean attaches = attached == null ? attach.stdin : attached;
        check(parts, attaches);
        String name = parts.own().getFirst();
        List<String> arguments =
                new ArrayList<>(parts.own().subList(1, parts.own().size()));
        arguments.addAll(parts.command());
        ObjectNode pod = flags.pod(name, arguments, attach.stdin, attach.tty);
        ChangeReport report = making.report(context);
        List<Made> made = new ArrayList<>();
        Resources resources = context.session().resources();
        made.add(make(resources, KnownTypes.POD, pod));
        if (expose) {
            made.add(make(resources, KnownTypes.SERVICE, service(name)));
        }
        if (!attaches) {
            made.forEach(one -> report.tell(one.type(), one.object(), "created"));
            return;
        }
        attach(resources, made);
    }

    private record Made(ResourceType type, JsonNode object) {
        String name() {
            return object.at("/metadata/name").asText();
        }
    }

    private void check(RemoteWords parts, boolean attaches) {
        flags.check();
        if (parts.own().isEmpty()) {
            throw new CommandFailure("NAME is required for run");
        }
        if (attach.tty && !attach.stdin) {
            throw new CommandFailure("-i/--stdin is required for containers with -t/--tty=true");
        }
        if (expose && flags.port.isEmpty()) {
            throw new CommandFailure("--port must be set when exposing a service");
        }
        if (remove && !attaches) {
            throw new CommandFailure("--rm should only be used for attached containers");
        }
        if (attaches && making.dryRun.isSet()) {
            throw new CommandFailure("--dry-run=[server|client] can't be used with attached containers options"
                    + " (--attach, --stdin, or --tty)");
        }
        removal.check(remove, context.streams().err());
    }

    private Made make(Resources resources, ResourceType type, ObjectNode object) {
        return new Made(type, making.made(resources, type, object));
    }

    private ObjectNode service(String name) {
        int port = Integer.parseInt(flags.port);
        ObjectNode service = Json.object().put("apiVersion", "v1").put("kind", "Service");
        ObjectNode metadata = service.putObject("metadata").put("name", name);
        if (!flags.labels.isEmpty()) {
            metadata.set("labels", flags.labels(name));
        }
        ObjectNode spec = service.putObject("spec");
        spec.putArray("ports")
                .addObject()
                .put("protocol", "TCP")
                .put("port", port)
                .put("targetPort", port);
        spec.set("selector", flags.labels(name));
        return service;
    }

    /** However it ends, by Ctrl-C too, what is to be removed is. */
    private void attach(Resources resources, List<Made> made) throws IOException, InterruptedException {
        Runnable removing = () -> made.forEach(one -> remove(resources, one));
        Farewell farewell = remove ? new Farewell(removing) : null;
        try {
            new RunningPod(context, made.getFirst().object(), attach, podRunningTimeout).attachAndAwait(waitsForEnd());
        } finally {
            if (farewell != null) {
                farewell.close();
                removing.run();
            }
        }
    }

    private boolean waitsForEnd() {
        return !flags.leaveStdinOpen && !flags.restart.equals("Always");
    }

    private void remove(Resources resources, Made one) {
        try {
            resources.delete(one.type(), one.name(), removal.options());
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return;
            }
            throw e;
        }
        if (!attach.quiet) {
            context.streams()
                    .out()
                    .println(Deletion.words(
                            one.type(),
                            one.name(),
                            context.session().namespace(),
                            removal.force ? "force deleted" : "deleted"));
        }
        removal.await(
                resources,
                one.type(),
                one.name(),
                one.object().at("/metadata/uid").asText());
    }
}
