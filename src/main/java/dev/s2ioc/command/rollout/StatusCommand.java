package dev.s2ioc.command.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Watch;
import dev.s2ioc.client.WatchEvent;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.DurationFlag;
import dev.s2ioc.command.ExitCode;
import dev.s2ioc.command.FoundObjects;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells how far a rollout has come, until it is done. */
@Command(
        name = "status",
        description = "Tell how far a rollout has come, until it is done.",
        footer = {
            "",
            "Examples:",
            "  # Wait until a deployment runs what it should, ten minutes at most",
            "  s2ioc rollout status deploy/hello --timeout=10m",
            "",
            "  # Only look",
            "  s2ioc rollout status dc/hello --watch=false"
        })
public final class StatusCommand implements Action {
    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Mixin
    Workloads workloads = new Workloads();

    @Option(
            names = "--revision",
            paramLabel = "N",
            defaultValue = "0",
            description = "Fail if another revision is rolled out; 0 for any. Default: ${DEFAULT-VALUE}")
    long revision;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = DurationFlag.class,
            description = "Give up after this time; 0 never does. Default: ${DEFAULT-VALUE}")
    Duration timeout;

    @Option(
            names = {"-w", "--watch"},
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Whether to wait until it is done. Default: ${DEFAULT-VALUE}")
    boolean watch;

    private final CommandContext context;
    private String said = "";

    StatusCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        workloads.forEach(context, this::follow);
    }

    private void follow(FoundObjects.Found found) {
        said = "";
        if (isOver(found.object())) {
            return;
        }
        ResourceType type = found.selection().type();
        String from = found.object().at("/metadata/resourceVersion").asText();
        Duration patience = timeout.isZero() ? FOR_EVER : timeout;
        try (Watch events = found.resources().watch(type, found.name(), from).endingAfter(patience)) {
            for (Optional<WatchEvent> event = events.next(); event.isPresent(); event = events.next()) {
                if (isOver(event.get(), found)) {
                    return;
                }
            }
        }
        throw new CommandFailure(
                "timed out waiting for the condition: the rollout of " + type.plural() + "/" + found.name(),
                ExitCode.TIMED_OUT);
    }

    private boolean isOver(WatchEvent event, FoundObjects.Found found) {
        // A server that knows no field selectors tells about all objects of the type.
        if (!event.object().at("/metadata/name").asText().equals(found.name())) {
            return false;
        }
        if (event.type() == WatchEvent.Type.DELETED) {
            throw new CommandFailure("object has been deleted");
        }
        ObjectNode object = event.object().deepCopy();
        return isOver(object.put("kind", found.selection().type().kind()));
    }

    private boolean isOver(JsonNode object) {
        Progress progress = Progress.of(object, revision);
        if (!progress.message().equals(said)) {
            said = progress.message();
            context.streams().out().println(said);
        }
        return progress.done() || !watch;
    }
}
