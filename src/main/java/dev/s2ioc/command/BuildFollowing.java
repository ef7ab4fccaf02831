package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.BuildCancellation;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.Log;
import dev.s2ioc.client.LogOptions;
import dev.s2ioc.console.Farewell;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;

/** Sees a build to its end: tells why it does not run yet, shows its log if that is wanted, and fails if the build does. */
final class BuildFollowing {
    private final CommandContext context;
    private final String build;
    private final Optional<PrintStream> log;
    private final boolean cancelOnInterrupt;

    /** @param log where the log goes; empty if it is not wanted */
    BuildFollowing(CommandContext context, String build, Optional<PrintStream> log, boolean cancelOnInterrupt) {
        this.context = context;
        this.build = build;
        this.log = log;
        this.cancelOnInterrupt = cancelOnInterrupt;
    }

    /** The build as it is when it is Complete; every other end is a failure. */
    JsonNode toItsEnd(Deadline deadline) throws IOException, InterruptedException {
        deadline.phase("building; the build " + build + " goes on");
        try (Farewell _ = new Farewell(this::interrupted);
                WaitingNotes _ = new WaitingNotes(
                        context.session(), build, context.streams().err()::println)) {
            boolean shown = log.isPresent() && showLog();
            JsonNode ended = new Builds(context.session()).ended(build);
            new BuildOutcome(ended, shown).check();
            return ended;
        } catch (ConnectionException e) {
            if (e.kind() == ConnectionException.Kind.INTERRUPTED) {
                throw e;
            }
            throw new CommandFailure(
                    "the connection to the server " + e.server() + " was lost: " + e.getMessage() + "\nThe build "
                            + build + " goes on. See it with: s2ioc logs -f build/" + build,
                    ExitCode.CONNECTION_LOST);
        }
    }

    private boolean showLog() throws IOException, InterruptedException {
        try {
            Log.ofBuild(context.session(), build, LogOptions.ALL).follow(new CheckedOutput(log.orElseThrow()));
            return true;
        } catch (ApiException e) {
            PrintStream err = context.streams().err();
            err.println("Failed to stream the build logs - to view the logs, run s2ioc logs build/" + build);
            err.println("Error: unable to stream the build logs; caused by: " + e.getMessage());
            return false;
        }
    }

    private void interrupted() {
        context.streams().out().flush();
        PrintStream err = context.streams().err();
        if (!cancelOnInterrupt) {
            err.println("\nInterrupted. The build " + build + " goes on; see it with 's2ioc logs -f build/" + build
                    + "', stop it with 's2ioc cancel-build " + build + "'.");
            return;
        }
        err.println("\nInterrupted. Cancelling the build " + build + " ...");
        try {
            new BuildCancellation(context.session(), build).mark();
        } catch (ApiException | ConnectionException | InterruptedException e) {
            err.println("The build " + build + " goes on: it could not be cancelled: " + e.getMessage());
        }
    }
}
