package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.Log;
import dev.s2ioc.client.LogOptions;
import dev.s2ioc.console.Farewell;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The flags that see a build to its end, and what they do. */
final class FollowFlags {

    @Option(
            names = {"-F", "--follow"},
            description = "Show the build's log until its end, and exit by its result: 3 if it failed, 4 if it was"
                    + " cancelled.")
    boolean follow;

    @Option(
            names = {"-w", "--wait"},
            description = "Wait for the build's end, and exit by its result: 3 if it failed, 4 if it was cancelled.")
    boolean await;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "0",
            description =
                    "Give up after so long, as in 90s or 10m, and exit with 5; the build goes on. 0 waits for ever.")
    Duration timeout;

    @Option(
            names = "--stall-timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "6m",
            description =
                    "Give up an upload of which nothing has moved for so long. Default: ${DEFAULT-VALUE}; a server"
                            + " waits 5 minutes for the build to start.")
    Duration stallTimeout;

    /** Waits for the end of a build if the user wants that, and fails if the build does. */
    void toItsEnd(CommandContext context, JsonNode build, Deadline deadline) throws IOException, InterruptedException {
        if (!follow && !await) {
            return;
        }
        String name = Builds.name(build);
        deadline.phase("building; the build " + name + " goes on");
        try (Farewell _ = new Farewell(() -> goesOn(context, name))) {
            boolean shown = follow && log(context, name);
            new BuildOutcome(new Builds(context.session()).ended(name), shown).check();
        } catch (ConnectionException e) {
            if (e.kind() == ConnectionException.Kind.INTERRUPTED) {
                throw e;
            }
            throw new CommandFailure(
                    "the connection to the server " + e.server() + " was lost: " + e.getMessage() + "\nThe build "
                            + name + " goes on. See it with: s2ioc logs -f build/" + name,
                    ExitCode.CONNECTION_LOST);
        }
    }

    private static void goesOn(CommandContext context, String name) {
        context.streams().out().flush();
        context.streams()
                .err()
                .println("\nInterrupted. The build " + name + " goes on; see it with 's2ioc logs -f build/" + name
                        + "', stop it with 's2ioc cancel-build " + name + "'.");
    }

    private static boolean log(CommandContext context, String build) throws IOException, InterruptedException {
        try {
            Log.ofBuild(context.session(), build, LogOptions.ALL)
                    .follow(new CheckedOutput(context.streams().out()));
            return true;
        } catch (ApiException e) {
            PrintStream err = context.streams().err();
            err.println("Failed to stream the build logs - to view the logs, run s2ioc logs build/" + build);
            err.println("Error: unable to stream the build logs; caused by: " + e.getMessage());
            return false;
        }
    }
}
