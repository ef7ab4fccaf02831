package dev.s2ioc.stories;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays the stories that need a cluster: the real program against the real local cluster, which builds with buildah. */
class ClusterStoriesEngineTest {
    private static final Path STORIES = Path.of("src/test/resources/stories/cluster");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    // Not a @TempDir: images hold links to everywhere, about each of which JUnit would warn.
    private static Path work;
    private static StoryCluster cluster;

    @BeforeAll
    static void start() throws IOException {
        work = Files.createTempDirectory("s2ioc-stories");
        cluster = new LocalStoryCluster(work.resolve("cluster"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        return new StoryBook(STORIES, work, cluster, LONGEST, List.of()).tests();
    }
}
