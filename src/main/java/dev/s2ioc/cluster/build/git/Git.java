package dev.s2ioc.cluster.build.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Runs the git program without ever asking anybody anything; ended by an interrupt, with all that it has started. */
final class Git {
    private final Map<String, String> environment;
    private final List<String> options;

    /** The options come before each command. */
    Git(Map<String, String> environment, Map<String, String> more, List<String> options) {
        Map<String, String> all = new HashMap<>(environment);
        // Those of a repository that s2ioc itself was started in.
        all.keySet().removeIf(name -> name.matches("GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|OBJECT_DIRECTORY)"));
        all.put("GIT_TERMINAL_PROMPT", "0");
        all.put("GIT_ASKPASS", "");
        all.put("SSH_ASKPASS", "");
        all.putIfAbsent("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        all.put("LC_ALL", "C.UTF-8");
        all.putAll(more);
        this.environment = Map.copyOf(all);
        this.options = List.copyOf(options);
    }

    /** Answers what it printed; throws what it complained about. */
    String run(String... arguments) throws GitException, InterruptedException {
        Process process = start(arguments);
        try {
            CompletableFuture<String> output = read(process.getInputStream());
            CompletableFuture<String> complaint = read(process.getErrorStream());
            int code = process.waitFor();
            if (code != 0) {
                String said = complaint.get().strip();
                throw new GitException(said.isEmpty() ? "git " + arguments[0] + " ended with code " + code : said);
            }
            return output.get();
        } catch (ExecutionException e) {
            throw new GitException("the output of git was lost: " + e.getCause().getMessage(), e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String... arguments) throws GitException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(options);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new GitException("cannot run git, which builds from git repositories need: " + e.getMessage(), e);
        }
    }

    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }
}
