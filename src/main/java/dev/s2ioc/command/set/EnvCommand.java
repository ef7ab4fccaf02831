package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Failures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets, removes and lists the environment variables of builds and containers. */
@Command(
        name = "env",
        description = "Set, remove or list environment variables of BuildConfigs and pod templates.",
        footer = {
            "",
            "Examples:",
            "  # Set a variable for all builds of a BuildConfig, and remove another",
            "  s2ioc set env bc/hello HTTP_PROXY=http://proxy.example:3128 DEBUG-",
            "",
            "  # List what is set",
            "  s2ioc set env bc/hello --list",
            "",
            "  # A variable for each key of a secret",
            "  s2ioc set env deploy/hello --from=secret/database --prefix=DB_"
        })
public final class EnvCommand implements Action {

    private static final String INPUT = "-";

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | NAME=VALUE | NAME- | -",
            description = "The objects, and the variables to set or, with a dash behind, to remove; a dash alone reads"
                    + " lines from standard input.")
    List<String> words = List.of();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "A variable to set; may be repeated; - reads lines from standard input.")
    List<String> variables = List.of();

    @Option(
            names = "--from",
            paramLabel = "secret/NAME|configmap/NAME",
            description = "Set a variable for each key of this secret or config map, referring to it.")
    String from = "";

    @Option(
            names = "--prefix",
            paramLabel = "TEXT",
            description = "What the names of variables set by --from begin with.")
    String prefix = "";

    @Option(names = "--list", description = "List what is set; change nothing.")
    boolean list;

    @Option(names = "--resolve", description = "In the list, show the values that references stand for.")
    boolean resolve;

    @Mixin
    ContainerFlags containers = new ContainerFlags();

    @Option(
            names = "--overwrite",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Whether a variable that is there may get another value. Default: ${DEFAULT-VALUE}")
    boolean overwrite;

    @Option(
            names = "--resource-version",
            paramLabel = "REVISION",
            description = "Change the object only if it still is this revision.")
    String revision = "";

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    EnvCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<String> subjects = words.stream().filter(word -> !isVariable(word)).toList();
        EnvironmentChange change = change();
        if (list && !change.isEmpty()) {
            throw new CommandFailure("--list changes nothing: it cannot be used together with variables");
        }
        if (list) {
            list(subjects);
            return;
        }
        if (change.isEmpty()) {
            throw new CommandFailure("at least one environment variable must be provided");
        }
        new Changes(context, flags, "updated").make(subjects, subject -> apply(change, subject));
    }

    private EnvironmentChange change() throws IOException {
        EnvironmentChange change = new EnvironmentChange();
        if (!from.isEmpty()) {
            addKeys(change);
        }
        boolean piped = false;
        for (String word : Stream.concat(variables.stream(), words.stream().filter(EnvCommand::isVariable))
                .toList()) {
            if (word.equals(INPUT)) {
                piped = true;
                addLines(change);
            } else {
                change.add(word);
            }
        }
        if (piped && change.isEmpty()) {
            throw new CommandFailure("standard input holds no environment variable");
        }
        return change;
    }

    private static boolean isVariable(String word) {
        return word.equals(INPUT) || EnvironmentChange.isMeant(word);
    }

    private void addLines(EnvironmentChange change) throws IOException {
        new String(context.streams().in().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(change::add);
    }

    private void addKeys(EnvironmentChange change) {
        String[] parts = from.split("/", -1);
        ResourceType type = parts.length == 2 ? KnownTypes.named(parts[0]).orElse(null) : null;
        if (type == null || !type.equals(KnownTypes.SECRET) && !type.equals(KnownTypes.CONFIG_MAP)) {
            throw new CommandFailure("--from takes secret/NAME or configmap/NAME, and \"" + from + "\" is neither");
        }
        ObjectNode source = context.session().resources().get(type, parts[1]).deepCopy();
        change.addKeys(source.put("kind", type.kind()), prefix);
    }

    private void apply(EnvironmentChange change, Subject subject) {
        List<Environments.Environment> environments = Environments.of(subject, containers.names);
        if (environments.isEmpty()) {
            containers.warn(subject, context);
        }
        environments.forEach(environment -> change.applyTo(environment.owner(), overwrite));
        if (!revision.isEmpty()) {
            subject.object().withObject("/metadata").put("resourceVersion", revision);
        }
    }

    private void list(List<String> subjects) throws IOException, InterruptedException {
        Failures failures = new Failures();
        List<Subject> found = new ArrayList<>(new Subjects(context, flags).find(subjects, failures));
        for (Subject subject : found) {
            Resources all = context.session().resources();
            Resources there = subject.namespace().map(all::in).orElse(all);
            EnvironmentListing listing =
                    new EnvironmentListing(there, resolve, context.streams().out());
            failures.attempt(() -> Environments.of(subject, containers.names).forEach(listing::list));
        }
        failures.throwAny();
    }
}
