package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.Json;
import dev.s2ioc.describe.BuildCauses;
import dev.s2ioc.describe.BuildComparison;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells why a build was made, and what it was given that the build before it was not. */
@Command(
        name = "why",
        description = "Tell what has started a build, and what has changed since the build before it.",
        footer = {
            "",
            "Examples:",
            "  # Why is there a build app-3?",
            "  s2ioc why app-3",
            "",
            "  # The newest build of a BuildConfig",
            "  s2ioc why bc/app",
            "",
            "  # Only which fields have changed",
            "  s2ioc why app-3 -o jsonpath='{.changes[*].field}'"
        })
public final class WhyCommand implements Action {

    @Parameters(
            paramLabel = "BUILD | bc/NAME",
            description = "The build, or a BuildConfig whose newest build is meant.")
    String word;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    public WhyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        JsonNode build = NamedBuild.find(word, context.session());
        List<String> causes = BuildCauses.of(build);
        Optional<JsonNode> previous = new Builds(context.session()).before(build);
        List<BuildComparison.Change> changes =
                previous.map(earlier -> BuildComparison.between(earlier, build)).orElse(List.of());
        if (print.isSet()) {
            print.findingsPrinter(context.surroundings())
                    .print(
                            json(build, causes, previous, changes),
                            context.streams().out());
        } else {
            tell(build, causes, previous, changes);
        }
    }

    private void tell(
            JsonNode build, List<String> causes, Optional<JsonNode> previous, List<BuildComparison.Change> changes) {
        PrintStream out = context.streams().out();
        out.println("Build " + Builds.name(build) + " is " + Builds.phase(build) + ".");
        causes.forEach(out::println);
        if (previous.isEmpty()) {
            out.println("There is no build before it to compare it with.");
            return;
        }
        String earlier = Builds.name(previous.get());
        if (changes.isEmpty()) {
            out.println("It was given the same as " + earlier + ", as far as the builds say.");
            return;
        }
        out.println("Changed since " + earlier + ":");
        for (BuildComparison.Change change : changes) {
            out.println("  " + change.field() + ": " + shown(change.before()) + " -> " + shown(change.after()));
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "<none>" : value.contains("\n") ? Json.text(value) : value;
    }

    private static ObjectNode json(
            JsonNode build, List<String> causes, Optional<JsonNode> previous, List<BuildComparison.Change> changes) {
        ObjectNode result = Json.object().put("build", Builds.name(build)).put("phase", Builds.phase(build));
        ArrayNode said = result.putArray("causes");
        causes.forEach(said::add);
        result.set(
                "triggeredBy", build.at("/spec/triggeredBy").isArray() ? build.at("/spec/triggeredBy") : Json.array());
        previous.ifPresent(earlier -> result.put("previous", Builds.name(earlier)));
        ArrayNode list = result.putArray("changes");
        changes.forEach(change -> list.addObject()
                .put("field", change.field())
                .put("before", change.before())
                .put("after", change.after()));
        return result;
    }
}
