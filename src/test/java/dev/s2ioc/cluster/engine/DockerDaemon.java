package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real daemon of docker, where one answers. It is the machine's: whoever tests with it removes what was made. */
final class DockerDaemon {
    private DockerDaemon() {}

    /** Skips the test where none answers. */
    static void require() throws Exception {
        assumeTrue(new Programs(System.getenv()).has("docker"), "docker is not installed");
        assumeTrue(run("version").code() == 0, "docker's daemon does not answer");
    }

    static Engine engine(Path directory) throws Exception {
        require();
        return Engines.open("docker", BusyboxImage.settings(directory, System.getenv()));
    }

    static List<String> lines(String... arguments) throws Exception {
        Answer answer = run(arguments);
        assertEquals(0, answer.code(), answer.lines()::toString);
        return answer.lines();
    }

    /** Answers without complaint whether there was any. */
    static Answer run(String... arguments) throws Exception {
        List<String> argv = new ArrayList<>(List.of("docker"));
        argv.addAll(List.of(arguments));
        Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return new Answer(process.waitFor(), lines);
    }

    /** What the client of docker has said. */
    record Answer(int code, List<String> lines) {}
}
