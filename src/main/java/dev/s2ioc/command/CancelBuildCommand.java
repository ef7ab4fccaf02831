package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.BuildCancellation;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Log;
import dev.s2ioc.client.ResourceType;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
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
            "  s2ioc cancel-build hello-2 --dump-logs"
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

    private final CommandContext context;

    public CancelBuildCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        validate();
        Map<String, JsonNode> builds = new LinkedHashMap<>();
        boolean done = true;
        for (String word : words) {
            done &= find(word, builds);
        }
        List<String> marked = new ArrayList<>();
        for (JsonNode build : builds.values()) {
            done &= mark(build, marked);
        }
        for (String build : marked) {
            done &= awaitEnd(build);
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

    private boolean find(String word, Map<String, JsonNode> builds) {
        int slash = word.indexOf('/');
        String name = word.substring(slash + 1);
        ResourceType type =
                slash < 0 ? KnownTypes.BUILD : context.session().discovery().type(word.substring(0, slash));
        try {
            if (type.equals(KnownTypes.BUILD)) {
                JsonNode build = new Builds(context.session()).get(name);
                if (Builds.hasEnded(build)) {
                    say("build " + name + " has already finished: " + Builds.phase(build));
                } else {
                    take(build, builds);
                }
                return true;
            }
            if (type.equals(KnownTypes.BUILD_CONFIG)) {
                findOf(name, builds);
                return true;
            }
        } catch (ApiException e) {
            if (e.isNotFound()) {
                say("error: " + type.singular() + " " + context.session().namespace() + "/" + name + " not found");
                return false;
            }
            throw e;
        }
        throw new CommandFailure(
                "invalid resource provided: " + type.singular() + "; cancel-build takes builds and" + " build configs");
    }

    private void findOf(String config, Map<String, JsonNode> builds) {
        Builds all = new Builds(context.session());
        all.config(config);
        List<JsonNode> unfinished =
                all.of(config).stream().filter(build -> !Builds.hasEnded(build)).toList();
        if (unfinished.isEmpty()) {
            say("no build of " + config + " is new, pending or running");
        }
        unfinished.forEach(build -> take(build, builds));
    }

    private void take(JsonNode build, Map<String, JsonNode> builds) {
        String state = Builds.phase(build).toLowerCase(Locale.ROOT);
        if (states.isEmpty() || states.contains(state)) {
            builds.put(Builds.name(build), build);
        } else {
            say("build " + Builds.name(build) + " is " + state + ": not cancelled");
        }
    }

    private boolean mark(JsonNode build, List<String> marked) throws IOException, InterruptedException {
        String name = Builds.name(build);
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
        out().println(KnownTypes.BUILD.objectName(name) + " marked for cancellation, waiting to be cancelled");
        return true;
    }

    private void dumpLog(String name) throws IOException {
        out().println("==== Build " + context.session().namespace() + "/" + name + " logs ====");
        try {
            Log.ofBuildNow(context.session(), name).copyTo(out());
        } catch (ApiException e) {
            say("error: unable to fetch logs: " + e.getMessage());
        }
    }

    private boolean awaitEnd(String name) throws InterruptedException {
        JsonNode build = new BuildCancellation(context.session(), name).awaitEnd();
        if (!Builds.phase(build).equals("Cancelled")) {
            String why = Builds.hasEnded(build)
                    ? "it finished before: " + Builds.phase(build)
                    : "timed out waiting for the condition";
            say("error: build " + context.session().namespace() + "/" + name + " failed to cancel: " + why);
            return false;
        }
        out().println(KnownTypes.BUILD.objectName(name) + " cancelled");
        if (restart) {
            JsonNode again =
                    new Builds(context.session()).cloned(name, new BuildRequestFlags().request(name, Optional.empty()));
            out().println(KnownTypes.BUILD.objectName(Builds.name(again)) + " restarted");
        }
        return true;
    }

    private PrintStream out() {
        return context.streams().out();
    }

    private void say(String words) {
        context.streams().err().println(words);
    }
}
