package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.describe.Describers;
import dev.s2ioc.describe.Viewpoint;
import java.io.PrintStream;

/** Tells what an import has brought: the image stream as it is now, and each image, or why there is none. */
final class ImportReport {
    private final CommandContext context;
    private final PrintStream talk;

    /** @param onOutput whether stdout is free for it */
    ImportReport(CommandContext context, boolean onOutput) {
        this.context = context;
        this.talk = onOutput ? context.streams().out() : context.streams().err();
    }

    /** @return whether all has been imported */
    boolean tell(String stream, JsonNode result, boolean dryRun) {
        JsonNode status = result.path("status");
        boolean done = true;
        for (JsonNode image : status.path("images")) {
            done &= succeeded(image);
        }
        for (JsonNode image : status.path("repository").path("images")) {
            done &= succeeded(image);
        }
        done &= !status.path("repository")
                .path("status")
                .path("status")
                .asText("")
                .equals("Failure");
        talk.println(KnownTypes.IMAGE_STREAM.objectName(stream) + " imported" + (done ? "" : " with errors")
                + (dryRun ? " (dry run)" : ""));
        talk.println();
        Describers describers = new Describers(new Viewpoint(
                context.session(),
                context.surroundings().clock().instant(),
                context.streams().terminal().colour(),
                true,
                false,
                false));
        if (status.path("import").isObject()) {
            talk.println(describers.of(KnownTypes.IMAGE_STREAM).describe(status.path("import")));
        }
        tellRepository(status.path("repository"));
        status.path("images").forEach(image -> tell(stream, image, describers));
        status.path("repository").path("images").forEach(image -> tell(stream, image, describers));
        talk.println();
        talk.flush();
        return done;
    }

    private static boolean succeeded(JsonNode image) {
        return !image.path("status").path("status").asText("").equals("Failure")
                && image.path("image").isObject();
    }

    private void tellRepository(JsonNode repository) {
        JsonNode status = repository.path("status");
        if (status.path("status").asText("").equals("Failure")) {
            context.streams()
                    .err()
                    .println("error: repository "
                            + repository.path("from").path("name").asText("") + " failed: "
                            + status.path("message").asText(""));
        }
    }

    private void tell(String stream, JsonNode image, Describers describers) {
        String tag = image.path("tag").asText("");
        if (succeeded(image)) {
            talk.println(describers.image(stream + ":" + tag, image.path("image")));
        } else {
            context.streams()
                    .err()
                    .println("error: tag " + tag + " failed: "
                            + image.path("status").path("message").asText(""));
        }
    }
}
