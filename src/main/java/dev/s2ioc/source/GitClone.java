package dev.s2ioc.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The committed state of a local git repository, with its submodules, in a temporary directory. Made by the git program. */
public final class GitClone implements AutoCloseable {
    private final Path directory;

    private GitClone(Path directory) {
        this.directory = directory;
    }

    /**
     * The root of the work tree around a directory.
     *
     * @throws SourceException if it is in none, or there is no git program
     */
    public static Path root(Path directory, String shown) throws IOException, InterruptedException {
        Said said = git(directory, "rev-parse", "--show-toplevel");
        if (said.code() != 0) {
            throw new SourceException("the directory \"" + shown + "\" is not a valid Git repository: " + said.text());
        }
        return Path.of(said.text());
    }

    /** Clones a repository and checks a commit out; what is not committed is not in it. */
    public static GitClone of(Path repository, String commit) throws IOException, InterruptedException {
        GitClone clone = new GitClone(Files.createTempDirectory("s2ioc-clone-"));
        try {
            clone.run("clone", "--quiet", "--no-checkout", "--", repository.toString(), ".");
            clone.run("checkout", "--quiet", "--detach", clone.resolved(repository, commit));
            clone.run("-c", "protocol.file.allow=always", "submodule", "--quiet", "update", "--init", "--recursive");
            return clone;
        } catch (IOException | InterruptedException | RuntimeException e) {
            clone.close();
            throw e;
        }
    }

    public Path directory() {
        return directory;
    }

    private String resolved(Path repository, String commit) throws IOException, InterruptedException {
        Said said = git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", commit + "^{commit}");
        if (said.code() != 0) {
            throw new SourceException("the repository " + repository + " has no commit \"" + commit + "\"");
        }
        return said.text();
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Said said = git(directory, arguments);
        if (said.code() != 0) {
            throw new SourceException("git " + String.join(" ", arguments) + " failed: " + said.text());
        }
    }

    private record Said(int code, String text) {}

    private static Said git(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        // A git hook that calls this program sets these; the clone is another repository.
        builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"));
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new SourceException(
                    "cannot find git. Git is required to start a build from a repository. If git is not available, use"
                            + " --from-dir instead.",
                    e);
        }
        process.getOutputStream().close();
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text.strip());
        } finally {
            process.destroy();
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
