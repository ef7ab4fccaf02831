package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tutorial's builder, as far as it can be judged without building it. */
class SampleTest {
    private static final Path BUILDER = Path.of("src/main/resources/sample/builder");

    @ParameterizedTest
    @ValueSource(strings = {"assemble", "run", "usage"})
    void scripts_can_be_executed_where_there_is_only_a_plain_shell(String name)
            throws IOException, InterruptedException {
        Path script = BUILDER.resolve("s2i").resolve(name);
        assertTrue(Files.isExecutable(script), name);
        assertEquals("#!/bin/sh", Files.readAllLines(script).getFirst());
        assertEquals(
                0, new ProcessBuilder("sh", "-n", script.toString()).start().waitFor());
    }

    @Test
    void the_base_image_is_named_in_the_first_line_where_the_tutorial_replaces_it() throws IOException {
        assertEquals(
                "FROM docker.io/library/busybox:stable",
                Files.readAllLines(BUILDER.resolve("Dockerfile")).getFirst());
    }
}
