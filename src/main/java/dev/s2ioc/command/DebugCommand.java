package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.ResourceArguments;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.Session;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a copy of a pod with a shell instead of its command, and removes it afterwards. */
@Command(
        name = "debug",
        description = "Start a copy of a pod with a shell in it; it is removed afterwards.",
        footer = {
            "",
            "Examples:",
            "  # A shell in a pod like those of a deployment",
            "  s2ioc debug deploy/hello",
            "",
            "  # See what one container's environment is",
            "  s2ioc debug dc/hello -c web -- env",
            "",
            "  # As root, or as another user",
            "  s2ioc debug hello --as-root",
            "  s2ioc debug job/test --as-user=1000000",
            "",
            "  # A shell in an image, and the pod for it without starting it",
            "  s2ioc debug istag/hello:latest",
            "  s2ioc debug hello -o yaml"
        })
public final class DebugCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "POD | TYPE/NAME [NAME=VALUE | NAME-] -- COMMAND",
            description =
                    "What has the pod; environment variables to set or take away; a command instead of the shell.")
    List<String> words = List.of();

    @Mixin
    DebugFlags flags = new DebugFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Option(
            names = {"-I", "--no-stdin"},
            description = "Send no input to the command.")
    boolean noStdin;

    @Option(
            names = {"-t", "--tty"},
            description = "Give the command this terminal, even where it is not a shell.")
    boolean tty;

    @Option(
            names = {"-T", "--no-tty"},
            description = "Give the command no terminal.")
    boolean noTty;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but what the command prints.")
    boolean quiet;

    @Option(names = "--preserve-pod", description = "Do not remove the pod afterwards.")
    boolean preservePod;

    @Option(names = "--to-namespace", paramLabel = "NAME", description = "Start the pod in this namespace.")
    String toNamespace;

    @Option(names = "--show-labels", description = "Has no effect, as in oc.")
    boolean showLabels;

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    public DebugCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        check();
        RemoteWords parts =
                RemoteWords.of(words, spec.commandLine().getParseResult().originalArgs());
        List<String> variables = parts.own().stream()
                .filter(word -> word.matches("[^/=]+=.*|[A-Z_][A-Z0-9_]*-"))
                .toList();
        List<String> named =
                parts.own().stream().filter(word -> !variables.contains(word)).toList();
        boolean given = !parts.command().isEmpty();
        boolean stdin = !noStdin && (tty || !given);
        boolean terminal =
                stdin && (tty || !noTty && !given && context.streams().readsTerminal());
        if (flags.imageStream != null && (files.areSet() || !named.isEmpty() || !flags.image.isEmpty())) {
            throw new CommandFailure(
                    "--image-stream is only for a pod that is a copy of nothing; use --image to run another"
                            + " image in a copy");
        }
        DebugSource source = source(named);
        String container = container(source);
        DebugPod debug = new DebugPod(source, flags, container);
        String original = debug.originalCommand();
        ObjectNode pod = debug.running(given ? parts.command() : List.of("/bin/sh"), variables, stdin, terminal);
        String namespace = toNamespace == null ? context.session().namespace() : toNamespace;
        ((ObjectNode) pod.path("metadata")).put("namespace", namespace);
        if (print.isSet()) {
            print.printer(context.surroundings()).print(pod, context.streams().out());
        } else if (!dryRun.isSet()) {
            new DebugRun(context, pod, container, stdin, quiet, preservePod).run(original);
        }
    }

    private void check() {
        flags.check();
        dryRun.check(context);
        if (tty && noStdin) {
            throw new CommandFailure("you may not specify -I and -t together");
        }
        if (tty && noTty) {
            throw new CommandFailure("you may not specify -t and -T together");
        }
    }

    private DebugSource source(List<String> named) throws IOException, InterruptedException {
        Session session = context.session();
        if (files.areSet() && named.isEmpty()) {
            List<Manifest> manifests = files.read(context);
            if (manifests.size() != 1) {
                throw new CommandFailure("you must identify a single resource with a pod template to debug");
            }
            Manifest manifest = manifests.getFirst();
            return DebugSource.of(session, Selection.offline(manifest).type(), manifest.object());
        }
        if (named.isEmpty()) {
            return DebugSource.ofImage(flags.imageAlone(session));
        }
        List<String> words =
                named.size() == 1 && !named.getFirst().contains("/") ? List.of("pods/" + named.getFirst()) : named;
        List<Selection> selections = ResourceArguments.parse(words).resolve(session.discovery());
        if (selections.size() != 1 || selections.getFirst().name().isEmpty() || files.areSet()) {
            throw new CommandFailure("you must identify a single resource with a pod template to debug");
        }
        Selection one = selections.getFirst();
        return DebugSource.of(
                session,
                one.type(),
                session.resources().get(one.type(), one.name().orElseThrow()));
    }

    private String container(DebugSource source) {
        if (flags.container != null) {
            return flags.container;
        }
        var containers = source.template().at("/spec/containers");
        String first = containers.path(0).path("name").asText();
        if (containers.size() > 1 && !quiet) {
            context.streams().err().println("Defaulting container name to " + first + ".");
            context.streams()
                    .err()
                    .println("Use 's2ioc describe " + source.type().singular() + "/" + source.name() + " -n "
                            + context.session().namespace() + "' to see all of the containers in this pod.\n");
        }
        return first;
    }
}
