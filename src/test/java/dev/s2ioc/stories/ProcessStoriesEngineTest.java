package dev.s2ioc.stories;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plays the stories that start and stop a cluster of their own, as a process of its own. */
class ProcessStoriesEngineTest {
    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        Path directory = Path.of("src/test/resources/stories/process");
        return new StoryBook(directory, work, Map::of, Duration.ofMinutes(10), List.of("cluster", "delete")).tests();
    }
}
