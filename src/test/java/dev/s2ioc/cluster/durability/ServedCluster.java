package dev.s2ioc.cluster.durability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** A local cluster in a process of its own, as {@code s2ioc cluster serve} is one. */
final class ServedCluster implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final ApiClient client;

    private ServedCluster(Process process, JsonNode state) throws GeneralSecurityException, IOException {
        this.process = process;
        this.client = new ApiClient(
                state.path("server").asText(),
                state.path("certificateAuthority").asText(),
                state.path("developerToken").asText());
    }

    /** Starts it and waits until it serves. */
    static ServedCluster start(Path home) throws IOException, GeneralSecurityException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.s2ioc.Main",
                "cluster",
                "serve",
                "--port=0",
                "--registry-port=0",
                "--engine=builtin"));
        builder.environment().put("XDG_DATA_HOME", home.toString());
        builder.environment().put("HOME", home.toString());
        Path log = home.resolve("cluster.err");
        Process process = builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("Serving on ")) {
            throw new AssertionError("it does not serve: " + line + "\n" + Files.readString(log));
        }
        return new ServedCluster(
                process,
                MAPPER.readTree(home.resolve("s2ioc/cluster/cluster.json").toFile()));
    }

    ApiClient client() {
        return client;
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
        client.close();
    }
}
