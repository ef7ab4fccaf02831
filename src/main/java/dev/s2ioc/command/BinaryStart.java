package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.BinaryUpload;
import dev.s2ioc.client.BuildInputs;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.UploadStoppedException;
import dev.s2ioc.console.Farewell;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Starts a build with input that is sent along, and says how the sending goes. */
final class BinaryStart {
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
        try {
            JsonNode build = upload.send(context.session(), input.stream(), phase -> {
                notice.phase(phase);
                deadline.phase(phase);
            });
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
            throw e;
        }
    }
}
