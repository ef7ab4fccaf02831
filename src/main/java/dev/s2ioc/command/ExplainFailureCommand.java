package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.BuildQueue;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.Json;
import dev.s2ioc.describe.LikelyCause;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells why a build failed: reason, likely cause, failing step, the end of its log, and what to do next. */
@Command(
        name = "explain-failure",
        description = "Tell why a build failed, and what to do about it.",
        footer = {
            "",
            "Examples:",
            "  # Why did it fail?",
            "  s2ioc explain-failure app-3",
            "",
            "  # The newest build of a BuildConfig, with more of its log",
            "  s2ioc explain-failure bc/app --tail=40"
        })
public final class ExplainFailureCommand implements Action {
    /** The step that failed may have said much since it began. */
    private static final int SEARCHED = 1000;

    @Parameters(
            paramLabel = "BUILD | bc/NAME",
            description = "The build, or a BuildConfig whose newest build is meant.")
    String word;

    @Option(
            names = "--tail",
            paramLabel = "LINES",
            defaultValue = "10",
            description = "How many lines of the log to show. Default: ${DEFAULT-VALUE}")
    int tail;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    public ExplainFailureCommand(CommandContext context) {
        this.context = context;
    }

    /** All that is known of a failure. */
    private record Failure(
            JsonNode build,
            Optional<LikelyCause> cause,
            Optional<String> step,
            FailureLog.Excerpt log,
            List<String> trouble) {

        String name() {
            return Builds.name(build);
        }

        String status(String field) {
            return build.path("status").path(field).asText("");
        }

        String next() {
            return cause.map(known -> known.next(name(), Builds.configOf(build)))
                    .orElse("s2ioc describe build/" + name());
        }
    }

    @Override
    public void run() throws IOException {
        if (tail < 0) {
            throw new CommandFailure("--tail must be greater than or equal to 0");
        }
        JsonNode build = NamedBuild.find(word, context.session());
        if (!Set.of("Failed", "Error", "Cancelled").contains(Builds.phase(build))) {
            notFailed(build);
            return;
        }
        FailureLog.Excerpt log = new FailureLog(context.session(), build).last(SEARCHED);
        Failure failure = new Failure(
                build,
                LikelyCause.of(build.at("/status/reason").asText("")),
                FailingStep.in(log.lines()),
                new FailureLog.Excerpt(
                        log.source(),
                        log.lines()
                                .subList(
                                        Math.max(0, log.lines().size() - tail),
                                        log.lines().size())),
                new BuildQueue(context.session()).podTrouble(build));
        if (print.isSet()) {
            print.findingsPrinter(context.surroundings())
                    .print(json(failure), context.streams().out());
        } else {
            tell(failure);
        }
    }

    private void notFailed(JsonNode build) {
        context.streams()
                .err()
                .println("build " + Builds.name(build) + " is " + Builds.phase(build) + ": it has not failed");
        new BuildQueue(context.session())
                .reasons(build)
                .forEach(context.streams().err()::println);
    }

    private void tell(Failure failure) {
        PrintStream out = context.streams().out();
        String reason = failure.status("reason");
        String message = failure.status("message");
        out.println("Build " + failure.name() + " is " + failure.status("phase")
                + (reason.isEmpty() ? "" : ": " + reason) + (message.isEmpty() ? "" : ": " + message));
        failure.cause().ifPresent(known -> out.println("Likely cause:  " + known.cause()));
        failure.step().ifPresent(step -> out.println("Failing step:  " + step));
        failure.trouble().forEach(trouble -> out.println("Its pod:       " + trouble));
        if (failure.log().lines().isEmpty()) {
            out.println("No log:        " + failure.log().source());
        } else {
            out.println("The last lines of " + failure.log().source() + ":");
            failure.log().lines().forEach(line -> out.println("  " + line));
        }
        out.println("Next:          " + failure.next());
    }

    private static ObjectNode json(Failure failure) {
        ObjectNode result = Json.object().put("build", failure.name());
        for (String field : List.of("phase", "reason", "message")) {
            result.put(field, failure.status(field));
        }
        result.put("likelyCause", failure.cause().map(LikelyCause::cause).orElse(""));
        result.put("failingStep", failure.step().orElse(""));
        ArrayNode trouble = result.putArray("podEvents");
        failure.trouble().forEach(trouble::add);
        ArrayNode lines = result.putArray("log");
        failure.log().lines().forEach(lines::add);
        return result.put("next", failure.next());
    }
}
