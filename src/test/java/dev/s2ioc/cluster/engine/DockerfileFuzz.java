package dev.s2ioc.cluster.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Any text as a Dockerfile: it is read, and changing it changes only what is meant. */
public final class DockerfileFuzz {
    private DockerfileFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Dockerfile file = Dockerfile.parse(text);
        file.baseImages(Map.of("A", "b"));
        file.instructions().forEach(instruction -> {
            instruction.flags();
            Words.split(instruction.operands());
        });
        Dockerfile.parse(file.text()).lastFrom();
        if (file.lastFrom().isPresent()) {
            String from = file.withLastFrom("other").lastFrom().orElse("");
            if (!from.equals("other")) {
                throw new AssertionError("FROM other became FROM " + from);
            }
        }
        file.withAfterEachFrom("LABEL a=b").withAtEnd("LABEL c=d").text();
    }
}
