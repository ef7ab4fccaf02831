package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.build.git.GitCheckout;
import dev.s2ioc.cluster.build.git.GitCredentials;
import dev.s2ioc.cluster.build.git.GitException;
import dev.s2ioc.cluster.build.git.GitProxy;
import dev.s2ioc.cluster.build.git.GitRevision;
import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** A build's source in a git repository: which one, which commit, and with what key. */
final class GitInput {
    private final JsonNode spec;
    private final ProjectData data;
    private final Map<String, String> environment;

    GitInput(JsonNode build, ProjectData data, Map<String, String> environment) {
        this.spec = build.path("spec");
        this.data = data;
        this.environment = environment;
    }

    /** Checks out and says what; credentials are in the second directory for no longer than that. */
    GitRevision fetch(Path directory, Path credentials, Consumer<String> log)
            throws BuildFailure, InterruptedException, IOException {
        String uri = Json.at(spec, "source", "git", "uri");
        log.accept("Cloning \"" + uri + "\" ...");
        try {
            GitRevision revision =
                    new GitCheckout(uri, credentials(uri, credentials), proxy(), environment).into(directory, ref());
            revision.lines().forEach(log);
            return revision;
        } catch (GitException e) {
            throw new BuildFailure(Reason.FetchSourceFailed, reason(uri, e.getMessage()));
        } finally {
            Directories.delete(credentials);
        }
    }

    /** What git says in many words, depending on the server, the builder says in a few. */
    private static String reason(String uri, String said) {
        if (said.contains("Authentication failed")) {
            return "failed to fetch requested repository \"" + uri + "\" with provided credentials";
        }
        if (said.startsWith("fatal: repository ") && said.endsWith(" not found")) {
            return "requested repository \"" + uri + "\" not found";
        }
        return said;
    }

    private GitProxy proxy() {
        JsonNode git = spec.path("source").path("git");
        return new GitProxy(Json.at(git, "httpProxy"), Json.at(git, "httpsProxy"), Json.at(git, "noProxy"));
    }

    private String ref() {
        String commit = Json.at(spec, "revision", "git", "commit");
        return commit.isEmpty() ? Json.at(spec, "source", "git", "ref") : commit;
    }

    private GitCredentials credentials(String uri, Path directory) throws BuildFailure, GitException, IOException {
        String name = Json.at(spec, "source", "sourceSecret", "name");
        if (name.isEmpty()) {
            return GitCredentials.NONE;
        }
        Map<String, byte[]> secret = data.secret(name)
                .orElseThrow(() -> new BuildFailure(Reason.FetchSourceFailed, "secret \"" + name + "\" not found"));
        return GitCredentials.of(secret, uri, directory);
    }
}
