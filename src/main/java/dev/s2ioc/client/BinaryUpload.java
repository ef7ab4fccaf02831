package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.source.GitRevision;
import dev.s2ioc.source.Meter;
import java.time.Duration;
import java.util.Optional;

/**
 * Starts a build with input that is sent along. The server answers when it has taken all of it, which can be minutes after
 * the request: it waits for the build's pod. Meanwhile the builds of the config are watched.
 *
 * @param config the BuildConfig, as read just before
 * @param asFile the name that a single file is to have; empty for an archive
 * @param stall how long nothing may move
 */
public record BinaryUpload(JsonNode config, Optional<String> asFile, Optional<GitRevision> revision, Duration stall) {

    /** Is told how an upload goes, again and again. */
    public interface Listener {
        /** What goes on, to end the sentence "timed out while". */
        void phase(String phase);

        /** The build that is to take the input does not run yet. */
        void waiting(String build);
    }

    /**
     * Sends the input and returns the build that it started.
     *
     * @param listener is told how it goes
     * @throws UploadStoppedException if the build ends while its input is still being sent, or nothing moves any more
     * @throws ApiException if the server refuses
     * @throws ConnectionException if the connection breaks; the input is never sent twice
     */
    public JsonNode send(Session session, Meter input, Listener listener) throws InterruptedException {
        try (UploadGuard guard = new UploadGuard(session, this, input, listener)) {
            try {
                return session.json(request(session, input));
            } catch (ConnectionException e) {
                throw guard.instead(e);
            }
        }
    }

    private Request request(Session session, Meter input) {
        String name = Builds.name(config);
        Request request = Request.post(
                        KnownTypes.BUILD_CONFIG.path(session.namespace(), name) + "/instantiatebinary",
                        new Request.Body.Stream(Optional.empty(), input))
                .with("asFile", asFile)
                .with("name", name)
                .with("namespace", session.namespace());
        return revision.map(r -> request.with("revision.authorEmail", r.authorEmail())
                        .with("revision.authorName", r.authorName())
                        .with("revision.commit", r.commit())
                        .with("revision.committerEmail", r.committerEmail())
                        .with("revision.committerName", r.committerName())
                        .with("revision.message", r.message()))
                .orElse(request);
    }
}
