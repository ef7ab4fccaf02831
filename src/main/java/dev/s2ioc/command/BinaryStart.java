package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.BinaryUpload;
import dev.s2ioc.client.BuildInputs;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.UploadStoppedException;
import dev.s2ioc.console.Farewell;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts a build with input that is sent along, and says how the sending goes. */
final class BinaryStart {
    private static final Pattern ENDED =
            Pattern.compile("^build (\\S+) (failed|was cancelled|encountered an error)\\b");

    private final CommandContext context;
    private final BuildInputFlags flags;
    private final JsonNode config;
    private final Duration stall;

    BinaryStart(CommandContext context, BuildInputFlags flags, JsonNode config, Duration stall) {
        this.context = context;
        this.flags = flags;
        this.config = config;
        this.stall = stall;
    }

    JsonNode start(Deadline deadline) throws IOException, InterruptedException {
        List<String> missing = new BuildInputs(context.session(), config).missing();
        if (!missing.isEmpty()) {
            throw new CommandFailure("Missing resources\n" + String.join("\n", missing));
        }
        BinaryInput input = new BinaryInputs(context, flags, config).open();
        deadline.phase("sending");
        try (input;
                Farewell _ = new Farewell(() -> interrupted(input));
                UploadNotice notice = new UploadNotice(context.streams(), input)) {
            return send(input, notice, deadline);
        }
    }

    private void interrupted(BinaryInput input) {
        PrintStream err = context.streams().err();
        err.println();
        err.println("Interrupted while sending: no build was started from what was sent.");
        try {
            input.close();
        } catch (IOException e) {
            err.println("warning: " + e.getMessage());
        }
    }

    private JsonNode send(BinaryInput input, UploadNotice notice, Deadline deadline)
            throws IOException, InterruptedException {
        BinaryUpload upload = new BinaryUpload(config, input.asFile(), input.revision(), stall);
        try (UploadProgress progress = new UploadProgress(context.session(), notice, deadline)) {
            JsonNode build = upload.send(context.session(), input.stream(), progress);
            notice.finished();
            return build;
        } catch (UploadStoppedException e) {
            notice.close();
            e.build().ifPresent(build -> new BuildOutcome(build, false).check());
            throw new CommandFailure(
                    e.getMessage() + ": nothing has moved for " + DurationFlag.words(stall) + ", "
                            + UploadNotice.bytes(input.stream().bytes()) + " were sent",
                    ExitCode.TIMED_OUT);
        } catch (ConnectionException e) {
            if (input.failure().isPresent()) {
                throw input.failure().get();
            }
            throw e.kind() == ConnectionException.Kind.BROKEN ? lost(e, input, deadline) : e;
        } catch (ApiException e) {
            throw ended(e);
        }
    }

    private static CommandFailure lost(ConnectionException e, BinaryInput input, Deadline deadline) {
        return new CommandFailure(
                "the connection to the server " + e.server() + " was lost while " + deadline.phase() + " ("
                        + e.getMessage() + "); "
                        + UploadNotice.bytes(input.stream().bytes()) + " were sent"
                        + "\nTo see whether a build has started nevertheless: s2ioc get builds",
                e);
    }

    /** A build that ended before it had its input is told as a refusal, in words that have been the same since OpenShift 3. */
    private static RuntimeException ended(ApiException refusal) {
        Matcher build = ENDED.matcher(refusal.getMessage());
        if (refusal.code() != 400 || !build.find()) {
            return refusal;
        }
        int code = build.group(2).equals("was cancelled") ? ExitCode.BUILD_CANCELLED : ExitCode.BUILD_FAILED;
        return CommandFailure.verbatim("Error from server (BadRequest): " + refusal.getMessage(), code);
    }
}
