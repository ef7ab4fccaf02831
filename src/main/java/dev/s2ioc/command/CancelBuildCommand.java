package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.BuildCancellation;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Log;
import dev.s2ioc.print.ObjectLists;
import dev.s2ioc.print.Printer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels builds that have not ended. */
@Command(
        name = "cancel-build",
        description = "Cancel running, pending or new builds.",
        footer = {
            "",
            "Examples:",
            "  # Cancel a build",
            "  s2ioc cancel-build hello-2",
            "",
            "  # Cancel all builds of a BuildConfig that have not begun to run",
            "  s2ioc cancel-build bc/hello --state=new --state=pending",
            "",
            "  # Print the log that there is, then cancel",
            "  s2ioc cancel-build hello-2 --dump-logs",
            "",
            "  # Begin again, and go on with the new build's name",
            "  s2ioc cancel-build hello-2 --restart -o name"
        })
public final class CancelBuildCommand implements Action {
    private static final List<String> STATES = List.of("new", "pending", "running");

    @Parameters(
            arity = "0..*",
            paramLabel = "BUILD | bc/NAME",
            description = "The builds, or BuildConfigs all of whose builds are meant.")
    List<String> words = List.of();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            split = ",",
            description =
                    "Only builds in this state: new, pending or running. May be repeated; the default is all three.")
    List<String> states = new ArrayList<>();

    @Option(names = "--dump-logs", description = "Print the log of each build before it is cancelled.")
    boolean dumpLogs;

    @Option(
            names = "--restart",
            description =
                    "Start each build again after it was cancelled; what was sent along with it is not sent again.")
    boolean restart;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;
    private PrintStream talk;

    public CancelBuildCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        validate();
        Printer printer = print.isSet() ? print.printer(context.surroundings()) : null;
        talk = printer == null ? context.streams().out() : context.streams().err();
        UnfinishedBuilds builds = new UnfinishedBuilds(context.session(), states, this::say);
        boolean done = true;
        for (String word : words) {
            done &= builds.find(word);
        }
        List<String> marked = new ArrayList<>();
        for (String build : builds.names()) {
            done &= mark(build, marked);
        }
        List<JsonNode> results = new ArrayList<>();
        for (String build : marked) {
            done &= awaitEnd(build, results);
        }
        if (printer != null && !results.isEmpty()) {
            printer.print(
                    results.size() == 1 ? results.getFirst() : ObjectLists.of(results),
                    context.streams().out());
        }
        if (!done) {
            throw new CommandFailure("failure during the build cancellation");
        }
    }

    private void validate() {
        if (words.isEmpty()) {
            throw new CommandFailure("build or a buildconfig name is required");
        }
        states = states.stream().map(state -> state.toLowerCase(Locale.ROOT)).toList();
        if (!STATES.containsAll(states)) {
            throw new CommandFailure("invalid --state flag value, must be one of 'new', 'pending', or 'running'");
        }
    }

    private boolean mark(String name, List<String> marked) throws IOException, InterruptedException {
        if (dumpLogs) {
            dumpLog(name);
        }
        try {
            JsonNode now = new BuildCancellation(context.session(), name).mark();
            if (Builds.hasEnded(now)) {
                say("build " + name + " has already finished: " + Builds.phase(now));
                return true;
            }
        } catch (ApiException e) {
            say("error: build " + context.session().namespace() + "/" + name + " failed to update: " + e.getMessage());
            return false;
        }
        marked.add(name);
        talk.println(KnownTypes.BUILD.objectName(name) + " marked for cancellation, waiting to be cancelled");
        return true;
    }

    private void dumpLog(String name) throws IOException {
        talk.println("==== Build " + context.session().namespace() + "/" + name + " logs ====");
        try {
            Log.ofBuildNow(context.session(), name).copyTo(talk);
        } catch (ApiException e) {
            say("error: unable to fetch logs: " + e.getMessage());
        }
    }

    private boolean awaitEnd(String name, List<JsonNode> results) throws InterruptedException {
        JsonNode build = new BuildCancellation(context.session(), name).awaitEnd();
        if (!Builds.phase(build).equals("Cancelled")) {
            String why = Builds.hasEnded(build)
                    ? "it finished before: " + Builds.phase(build)
                    : "timed out waiting for the condition";
            say("error: build " + context.session().namespace() + "/" + name + " failed to cancel: " + why);
            return false;
        }
        talk.println(KnownTypes.BUILD.objectName(name) + " cancelled");
        if (restart) {
            JsonNode again =
                    new Builds(context.session()).cloned(name, new BuildRequestFlags().request(name, Optional.empty()));
            talk.println(KnownTypes.BUILD.objectName(Builds.name(again)) + " restarted");
            build = again;
        }
        results.add(build);
        return true;
    }

    private void say(String words) {
        context.streams().err().println(words);
    }
}
