package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.BinaryUpload;
import dev.s2ioc.client.UploadStoppedException;
import java.io.IOException;
import java.time.Duration;

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
        BinaryInput input = new BinaryInputs(context, flags, config).open();
        deadline.phase("sending");
        try (input;
                UploadNotice notice = new UploadNotice(context.streams(), input)) {
            JsonNode build = new BinaryUpload(config, input.asFile(), input.revision(), stall)
                    .send(context.session(), input.stream());
            notice.finished();
            return build;
        } catch (UploadStoppedException e) {
            e.build().ifPresent(build -> new BuildOutcome(build, false).check());
            throw new CommandFailure(e.getMessage(), ExitCode.TIMED_OUT);
        }
    }
}
