package dev.s2ioc.cluster.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** What was answered survives a process that is killed at any moment. */
class StoreCrashTest {
    /** Another process: writes objects and says which one is written, until it is killed. */
    static final class Writer {
        public static void main(String[] arguments) {
            Store store = Store.open(Path.of(arguments[0]));
            for (int i = 0; ; i++) {
                ObjectNode object = Json.object();
                object.putObject("metadata").put("name", "object-" + i);
                object.put("text", "x".repeat(1000));
                ObjectNode created = store.create(new Key("things", "ns", "object-" + i), object);
                System.out.println("object-" + i + " " + Json.at(created, "metadata", "resourceVersion"));
                System.out.flush();
            }
        }
    }

    @RepeatedTest(5)
    void no_answered_write_is_lost(@TempDir Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("cluster.db");
        List<String> answered = writeUntilKilled(file);
        assertTrue(answered.size() >= 50, answered::toString);
        try (Store store = Store.open(file)) {
            List<String> found = store.list("things", "ns").stream()
                    .map(object ->
                            Json.at(object, "metadata", "name") + " " + Json.at(object, "metadata", "resourceVersion"))
                    .toList();
            List<String> lost = new ArrayList<>(answered);
            lost.removeAll(found);
            assertEquals(List.of(), lost);
            assertEquals(found.size() + 1, store.revision());
            assertTrue(found.size() <= answered.size() + 1, "more than one write was kept without an answer");
        }
    }

    private static List<String> writeUntilKilled(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> answered = new ArrayList<>();
        int enough = 50 + (int) (Math.random() * 200);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answered.add(line);
                if (answered.size() == enough) {
                    // By its handle: Process.destroyForcibly would close the pipe with what is still in it.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        // A line that was cut by the kill says nothing.
        answered.removeIf(line -> !line.matches("object-\\d+ \\d+"));
        return answered;
    }
}
