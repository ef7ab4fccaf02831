package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A git repository for a test. */
record GitRepository(Path directory) {

    static GitRepository in(Path directory) throws Exception {
        GitRepository repository = new GitRepository(Files.createDirectories(directory));
        repository.git("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    /** Writes a file and commits it; answers the commit. */
    String commit(String message, String file, String text) throws Exception {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        git("add", "--all");
        git("commit", "--quiet", "--message", message);
        return git("rev-parse", "HEAD");
    }

    String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "GIT_AUTHOR_NAME", "Ana",
                        "GIT_AUTHOR_EMAIL", "ana@example.com",
                        "GIT_AUTHOR_DATE", "2026-11-23T05:00:00Z",
                        "GIT_COMMITTER_NAME", "Bob",
                        "GIT_COMMITTER_EMAIL", "bob@example.com",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_ALLOW_PROTOCOL", "file"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.strip();
    }
}
