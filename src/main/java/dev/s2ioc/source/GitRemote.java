package dev.s2ioc.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A git repository elsewhere, as somebody sees it who has no credentials: that is how a build begins. */
public final class GitRemote {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TRANSFER = Duration.ofMinutes(5);
    private static final String SSH = "ssh -F /dev/null -o BatchMode=yes -o IdentityAgent=none"
            + " -o IdentityFile=/dev/null -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null";
    private static final List<String> REFUSALS = List.of(
            "could not read username",
            "could not read password",
            "terminal prompts disabled",
            "authentication failed",
            "permission denied",
            "error: 401",
            "error: 403");

    private final String url;

    public GitRemote(String url) {
        this.url = url;
    }

    /** Whether a build can read the repository. */
    public enum Access {
        OPEN,
        NEEDS_CREDENTIALS,
        /** The repository could not be asked from here. */
        UNKNOWN,
        /** There is no git program to ask with. */
        NO_GIT
    }

    /** Asks the repository for its head, with none of the user's credentials. */
    public Access access() throws IOException, InterruptedException {
        Optional<Answer> answer = git(PATIENCE, "-c", "credential.helper=", "ls-remote", "--", url, "HEAD");
        if (answer.isEmpty()) {
            return Access.NO_GIT;
        }
        if (answer.get().code() == 0) {
            return Access.OPEN;
        }
        String said = answer.get().text().toLowerCase(Locale.ROOT);
        return REFUSALS.stream().anyMatch(said::contains) ? Access.NEEDS_CREDENTIALS : Access.UNKNOWN;
    }

    /** What is done with the repository's files. */
    public interface Reader<T> {
        T read(Path files) throws IOException;
    }

    /** Fetches one commit's files, lets them be read and throws them away. */
    public <T> T read(Optional<String> ref, Reader<T> reader) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("s2ioc-remote-");
        try {
            fetch(directory, ref.orElse("HEAD"));
            return reader.read(directory);
        } finally {
            delete(directory);
        }
    }

    private void fetch(Path directory, String ref) throws IOException, InterruptedException {
        String where = directory.toString();
        run("init", "--quiet", where);
        run("-C", where, "-c", "credential.helper=", "fetch", "--quiet", "--depth=1", "--", url, ref);
        run("-C", where, "checkout", "--quiet", "--detach", "FETCH_HEAD");
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Answer answer = git(TRANSFER, arguments)
                .orElseThrow(() -> new SourceException("there is no git program to look into " + url
                        + " with; install git, or name the builder: BUILDER~" + url));
        if (answer.code() != 0) {
            throw new SourceException("cannot look into the repository " + url + ": " + answer.text()
                    + "\nIf only the cluster can reach it, name the builder: BUILDER~" + url);
        }
    }

    private record Answer(int code, String text) {}

    private static Optional<Answer> git(Duration limit, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Path told = Files.createTempFile("s2ioc-git-", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(told.toFile());
            strip(builder.environment());
            Process process;
            try {
                process = builder.start();
            } catch (IOException missing) {
                return Optional.empty();
            }
            return Optional.of(ended(process, limit, told));
        } finally {
            Files.delete(told);
        }
    }

    private static void strip(Map<String, String> environment) {
        environment
                .keySet()
                .removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_ASKPASS"));
        environment.putAll(
                Map.of("GIT_TERMINAL_PROMPT", "0", "SSH_ASKPASS", "", "GIT_SSH_COMMAND", SSH, "LC_ALL", "C"));
    }

    private static Answer ended(Process process, Duration limit, Path told) throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Answer(-1, "no answer within " + limit.toSeconds() + " seconds");
            }
            return new Answer(
                    process.exitValue(),
                    Files.readString(told, StandardCharsets.UTF_8).strip());
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(directory)) {
            deepestFirst = paths.toList().reversed();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
