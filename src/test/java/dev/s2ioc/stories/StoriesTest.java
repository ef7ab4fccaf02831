package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays every story that needs no cluster, through the real program. */
class StoriesTest {
    private static final Path STORIES = Path.of("src/test/resources/stories");
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        return in(STORIES.resolve("alone"), work, Map::of, LONGEST);
    }

    /** A test for each story of a directory. */
    static Stream<DynamicTest> in(Path directory, Path work, StoryCluster cluster, Duration longest)
            throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".txtar")).sorted().toList().stream()
                    .map(file -> test(file, work, cluster, longest));
        }
    }

    private static DynamicTest test(Path file, Path work, StoryCluster cluster, Duration longest) {
        String name = file.getFileName().toString().replaceFirst("\\.txtar$", "");
        return DynamicTest.dynamicTest(name, file.toUri(), () -> {
            Story story = Story.parse(name, Files.readString(file));
            Path own = Files.createDirectory(work.resolve(name));
            assertTimeoutPreemptively(longest, () -> new StoryRun(story, own, cluster).play());
        });
    }
}
