package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.RemoteWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets what is run before, in the middle of, or after the rollout of a DeploymentConfig. */
@Command(
        name = "deployment-hook",
        description = "Set or remove what runs before, in the middle of, or after a DeploymentConfig's rollout.",
        footer = {
            "",
            "Examples:",
            "  # Migrate the database before each rollout",
            "  s2ioc set deployment-hook dc/hello --pre --volumes=data -e MODE=fast -- /usr/bin/migrate",
            "",
            "  # Remove hooks",
            "  s2ioc set deployment-hook dc/hello --remove --pre --post"
        })
public final class DeploymentHookCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME | dc/NAME",
            description = "The DeploymentConfigs; behind -- what to run.")
    List<String> words = List.of();

    @Option(names = "--pre", description = "Before the rollout.")
    boolean pre;

    @Option(names = "--mid", description = "When the old pods are gone and the new ones are not there yet.")
    boolean mid;

    @Option(names = "--post", description = "After the rollout.")
    boolean post;

    @Option(names = "--remove", description = "Remove the hooks.")
    boolean remove;

    @Option(
            names = {"-c", "--container"},
            paramLabel = "NAME",
            description = "The container whose image it runs in; the first one, unless said.")
    String container = "";

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME=VALUE",
            description = "A variable for it; may be repeated.")
    List<String> environment = List.of();

    @Option(
            names = "--volumes",
            paramLabel = "NAME",
            split = ",",
            description = "Volumes of the pod template that it gets too.")
    List<String> volumes = List.of();

    @Option(
            names = "--failure-policy",
            paramLabel = "abort|retry|ignore",
            defaultValue = "ignore",
            description = "What its failure means for the rollout. Default: ${DEFAULT-VALUE}")
    String failurePolicy;

    @Mixin
    SetFlags flags = new SetFlags();

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    DeploymentHookCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        RemoteWords typed =
                RemoteWords.of(words, spec.commandLine().getParseResult().originalArgs());
        List<String> hooks = hooks();
        check(hooks, typed.command());
        boolean nothingNamed = typed.own().isEmpty() && !flags.all && flags.labels.isEmpty();
        List<String> subjects =
                flags.files.areSet() || nothingNamed ? typed.own() : NamesAlone.typed(typed.own(), "dc");
        new Changes(context, flags, "hooks updated").make(subjects, subject -> {
            ObjectNode strategy = strategy(subject);
            if (remove) {
                strategy.remove(hooks);
            } else {
                strategy.set(hooks.getFirst(), hook(subject, typed.command()));
            }
        });
    }

    private List<String> hooks() {
        List<String> hooks = new ArrayList<>();
        if (pre) {
            hooks.add("pre");
        }
        if (mid) {
            hooks.add("mid");
        }
        if (post) {
            hooks.add("post");
        }
        return hooks;
    }

    private void check(List<String> hooks, List<String> program) {
        if (!failurePolicy.matches("abort|retry|ignore")) {
            throw new CommandFailure("valid values for --failure-policy are: abort, retry, ignore");
        }
        if (remove) {
            if (!program.isEmpty() || !volumes.isEmpty() || !environment.isEmpty() || !container.isEmpty()) {
                throw new CommandFailure("--remove may not be used with any option except --pre, --mid, or --post");
            }
            if (hooks.isEmpty()) {
                throw new CommandFailure(
                        "you must specify at least one of --pre, --mid, or --post with the --remove flag");
            }
            return;
        }
        if (hooks.size() != 1) {
            throw new CommandFailure("you must specify one of --pre, --mid, or --post");
        }
        if (program.isEmpty()) {
            throw new CommandFailure("you must specify a command for the deployment hook");
        }
    }

    /** The parameters of the config's strategy, which hold its hooks. */
    private ObjectNode strategy(Subject subject) {
        String type = subject.object().at("/spec/strategy/type").asText("Rolling");
        boolean rolling = type.equals("Rolling");
        if (!subject.type().equals(KnownTypes.DEPLOYMENT_CONFIG) || !rolling && !type.equals("Recreate")) {
            throw new CommandFailure(
                    subject.label() + " is not a deployment config or does not have an applicable strategy");
        }
        if (mid && !remove && rolling) {
            throw new CommandFailure(
                    subject.label() + " has the strategy Rolling, and only Recreate has a hook in the middle");
        }
        return subject.spec().withObject("/strategy").withObject(rolling ? "/rollingParams" : "/recreateParams");
    }

    private ObjectNode hook(Subject subject, List<String> program) {
        PodTemplate template = PodTemplate.of(subject);
        ObjectNode hook = Json.object()
                .put(
                        "failurePolicy",
                        failurePolicy.substring(0, 1).toUpperCase(Locale.ROOT) + failurePolicy.substring(1));
        ObjectNode pod = hook.putObject("execNewPod");
        ArrayNode command = pod.putArray("command");
        program.forEach(command::add);
        pod.put("containerName", container(template));
        EnvironmentChange variables = new EnvironmentChange();
        environment.forEach(variables::add);
        variables.applyTo(pod, true);
        if (!volumes.isEmpty()) {
            ArrayNode list = pod.putArray("volumes");
            volumes.forEach(name -> list.add(volume(name, template)));
        }
        return hook;
    }

    private String container(PodTemplate template) {
        List<String> names =
                template.containers("*").stream().map(PodTemplate::name).toList();
        if (!container.isEmpty() && !names.contains(container)) {
            throw new CommandFailure(template.subject().label() + " does not have a container named \"" + container
                    + "\"; it has " + String.join(", ", names));
        }
        return container.isEmpty() ? names.getFirst() : container;
    }

    private static String volume(String name, PodTemplate template) {
        for (JsonNode volume : template.spec().path("volumes")) {
            if (PodTemplate.name(volume).equals(name)) {
                return name;
            }
        }
        throw new CommandFailure(template.subject().label() + " does not have a volume named \"" + name + "\"");
    }
}
