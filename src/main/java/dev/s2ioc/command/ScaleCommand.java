package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Answer;
import dev.s2ioc.client.Form;
import dev.s2ioc.client.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets how many pods workloads have. */
@Command(
        name = "scale",
        description = "Set how many pods a deployment or another workload has.",
        footer = {
            "",
            "Examples:",
            "  # Three pods",
            "  s2ioc scale deployment/hello --replicas=3",
            "",
            "  # Only if there are two now, and wait until there are three",
            "  s2ioc scale deployment/hello --current-replicas=2 --replicas=3 --timeout=2m",
            "",
            "  # None, for all DeploymentConfigs of the project",
            "  s2ioc scale dc --all --replicas=0"
        })
public final class ScaleCommand implements Action {
    private static final String SCALE = "scale";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "Deployments, DeploymentConfigs, StatefulSets, ReplicaSets, ReplicationControllers.")
    List<String> words = List.of();

    @Option(names = "--replicas", paramLabel = "N", description = "So many pods. Required.")
    Integer replicas;

    @Option(
            names = "--current-replicas",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Only if it has so many now; -1 for any number. Default: ${DEFAULT-VALUE}")
    int current;

    @Option(
            names = "--resource-version",
            paramLabel = "REVISION",
            description = "Change the object only if it still is this revision.")
    String revision = "";

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationFlag.class,
            description = "Wait so long for the pods; 0 does not wait. Default: ${DEFAULT-VALUE}")
    Duration timeout;

    @Option(names = "--all", description = "All objects of the type in the namespace.")
    boolean all;

    @Mixin
    SelectorFlags selectors = new SelectorFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    private final CommandContext context;
    private int found;

    public ScaleCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = new ChangeReport(context, print, dryRun);
        if (replicas == null) {
            throw new CommandFailure("required flag(s) \"replicas\" not set");
        }
        if (replicas < 0) {
            throw new CommandFailure(
                    "The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0");
        }
        if (current < -1) {
            throw new CommandFailure("The --current-replicas must specify an integer of -1 or greater");
        }
        new FoundObjects(context, selectors, files, all).forEach(words, one -> scale(one, report));
        if (found == 0) {
            throw new CommandFailure("no objects passed to scale");
        }
    }

    private void scale(FoundObjects.Found one, ChangeReport report) {
        found++;
        if (!dryRun.isClient()) {
            ObjectNode patch = Json.object();
            if (current >= 0 || !revision.isEmpty()) {
                // The revision goes along: nobody is to change it between the look and the patch.
                patch.putObject("metadata").put("resourceVersion", checkedRevision(one));
            }
            patch.putObject("spec").put("replicas", replicas.intValue());
            one.resources()
                    .patch(
                            one.selection().type(),
                            one.name(),
                            SCALE,
                            "application/merge-patch+json",
                            Json.bytes(patch),
                            dryRun.parameters());
        }
        one.object().withObject("/spec").put("replicas", replicas.intValue());
        report.tell(one.selection().type(), one.object(), "scaled");
        if (!timeout.isZero() && !dryRun.isSet()) {
            await(one);
        }
    }

    private String checkedRevision(FoundObjects.Found one) {
        JsonNode scale = scaleOf(one);
        String now = scale.at("/metadata/resourceVersion").asText();
        int size = scale.at("/spec/replicas").asInt();
        if (current >= 0 && size != current) {
            throw new CommandFailure("Expected replicas to be " + current + ", was " + size);
        }
        if (!revision.isEmpty() && !now.equals(revision)) {
            throw new CommandFailure("Expected resource version to be " + revision + ", was " + now);
        }
        return now;
    }

    private JsonNode scaleOf(FoundObjects.Found one) {
        try (Answer answer =
                one.resources().get(one.selection().type(), one.name(), Optional.of(SCALE), Form.OBJECTS)) {
            return Json.parse(answer.body().readAllBytes());
        } catch (IOException e) {
            throw context.session().broken(e);
        }
    }

    private void await(FoundObjects.Found one) {
        long end = System.nanoTime() + timeout.toNanos();
        while (scaleOf(one).at("/status/replicas").asInt() != replicas.intValue()) {
            if (System.nanoTime() > end) {
                throw new CommandFailure(
                        "timed out waiting for the condition on "
                                + one.selection().type().plural() + "/" + one.name(),
                        ExitCode.TIMED_OUT);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandFailure("interrupted while waiting for the pods", e);
            }
        }
    }
}
