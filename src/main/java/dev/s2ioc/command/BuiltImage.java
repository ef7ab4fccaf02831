package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import dev.s2ioc.console.Streams;
import java.io.PrintStream;

/** The image that a build has made: its digest, and by which names it can be pulled. */
final class BuiltImage {
    private final Session session;
    private final JsonNode build;

    BuiltImage(Session session, JsonNode build) {
        this.session = session;
        this.build = build;
    }

    void print(Streams streams) {
        String digest = build.at("/status/output/to/imageDigest").asText("");
        if (digest.isEmpty()) {
            streams.err().println("The build has pushed no image: its config has no output.");
            return;
        }
        PrintStream out = streams.out();
        String pushed = build.at("/status/outputDockerImageReference").asText("");
        out.println("Digest:     " + digest);
        out.println("Pull spec:  " + repository(pushed) + "@" + digest);
        String outside = outside();
        if (!outside.isEmpty()) {
            out.println("Outside:    " + outside + "@" + digest);
        }
    }

    private static String repository(String reference) {
        int colon = reference.lastIndexOf(':');
        return colon > reference.lastIndexOf('/') ? reference.substring(0, colon) : reference;
    }

    /** The repository as it is called from outside the cluster; empty if there is no such way. */
    private String outside() {
        JsonNode to = build.at("/spec/output/to");
        if (!to.path("kind").asText().equals("ImageStreamTag")) {
            return "";
        }
        String stream = to.path("name").asText().replaceFirst(":.*", "");
        try {
            return session.resources()
                    .in(to.path("namespace").asText(session.namespace()))
                    .get(KnownTypes.IMAGE_STREAM, stream)
                    .at("/status/publicDockerImageRepository")
                    .asText("");
        } catch (ApiException e) {
            // Who may push by a build need not be allowed to see the stream; the pull spec holds without it.
            return "";
        }
    }
}
