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

/** Plays the stories that need no cluster, through the real program. */
class StoriesTest {
    @TempDir
    Path work;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        Path directory = Path.of("src/test/resources/stories/alone");
        return new StoryBook(directory, work, Map::of, Duration.ofMinutes(5), List.of()).tests();
    }
}
