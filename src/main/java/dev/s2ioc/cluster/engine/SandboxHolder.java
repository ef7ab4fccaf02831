package dev.s2ioc.cluster.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The process that holds a pod's namespaces for as long as this process keeps its input open: nothing runs on without us.
 *
 * @param process what we have started
 * @param first the first process in the namespaces, as this machine counts
 */
record SandboxHolder(Process process, ProcessHandle first) {

    static SandboxHolder start(List<String> argv, Map<String, String> environment) throws EngineException {
        ProcessBuilder builder = new ProcessBuilder(argv);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            BufferedReader answer = process.inputReader(StandardCharsets.US_ASCII);
            String pid = answer.readLine();
            if (pid != null) {
                return new SandboxHolder(
                        process, ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
            }
            String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            throw new EngineException("the pod's sandbox cannot be made: " + said.strip());
        } catch (IOException e) {
            throw new EngineException("the pod's sandbox cannot be made: " + e.getMessage(), e);
        }
    }

    void end() throws InterruptedException {
        first.destroyForcibly();
        process.waitFor();
    }
}
