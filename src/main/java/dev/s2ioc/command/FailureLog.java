package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.BuildQueue;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Log;
import dev.s2ioc.client.LogOptions;
import dev.s2ioc.client.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The end of a failed build's log: from the server, else from the containers of its pod, else what the build kept of it. */
final class FailureLog {
    private final Session session;
    private final JsonNode build;

    FailureLog(Session session, JsonNode build) {
        this.session = session;
        this.build = build;
    }

    /**
     * Some last lines, and where they are from.
     *
     * @param source as in "The last lines of SOURCE"; when there are no lines, why
     */
    record Excerpt(String source, List<String> lines) {}

    /** @param most how many lines are asked for, of each container */
    Excerpt last(long most) throws IOException {
        String name = Builds.name(build);
        try {
            List<String> lines = lines(Log.ofBuild(session, name, LogOptions.ALL.last(most)));
            if (!lines.isEmpty()) {
                return new Excerpt("its log", lines);
            }
        } catch (ApiException e) {
            // A build in Error or Cancelled has no log, says the server; its pod may have one.
            return ofPod(most, e);
        }
        return kept("its log is empty");
    }

    private Excerpt ofPod(long most, ApiException refusal) throws IOException {
        String pod = BuildQueue.pod(build);
        List<String> all = new ArrayList<>();
        try {
            JsonNode found = session.resources().get(KnownTypes.POD, pod);
            for (String container : new PodContainers(found).all()) {
                List<String> lines =
                        lines(Log.ofPod(session, pod, LogOptions.ALL.last(most).of(container)));
                if (!lines.isEmpty()) {
                    all.add("[" + container + "]");
                    all.addAll(lines);
                }
            }
        } catch (ApiException e) {
            if (all.isEmpty()) {
                return kept(refusal.getMessage() + "; and of its pod: " + e.getMessage());
            }
        }
        return all.isEmpty() ? kept(refusal.getMessage()) : new Excerpt("the containers of its pod " + pod, all);
    }

    private Excerpt kept(String otherwise) {
        List<String> snippet = build.at("/status/logSnippet").asText("").lines().toList();
        return snippet.isEmpty()
                ? new Excerpt(otherwise, List.of())
                : new Excerpt("its log, as the build has kept them", snippet);
    }

    private static List<String> lines(Log log) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        log.copyTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
