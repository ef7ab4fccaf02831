package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The stories of one directory, as tests.
 *
 * @param work where each story gets a directory of its own
 * @param longest how long one story may take
 * @param afterwards what s2ioc is told at the end of each story, even of one that failed; empty for nothing
 */
record StoryBook(Path directory, Path work, StoryCluster cluster, Duration longest, List<String> afterwards) {

    Stream<DynamicTest> tests() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".txtar")).sorted().toList().stream()
                    .map(this::test);
        }
    }

    private DynamicTest test(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.txtar$", "");
        return DynamicTest.dynamicTest(name, file.toUri(), () -> {
            Story story = Story.parse(name, Files.readString(file));
            StoryRun run = new StoryRun(story, Files.createDirectory(work.resolve(name)), cluster);
            try {
                assertTimeoutPreemptively(longest, run::play);
            } finally {
                if (!afterwards.isEmpty()) {
                    run.s2ioc(afterwards);
                }
            }
        });
    }
}
