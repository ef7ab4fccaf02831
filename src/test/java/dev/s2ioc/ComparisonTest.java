package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README tells truly what oc has and s2ioc has not, and why. {@code scripts/update-comparison} writes it anew. */
class ComparisonTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- comparison: written by scripts/update-comparison -->\n";
    private static final String END = "<!-- end of comparison -->\n";

    @TempDir
    Path home;

    private Comparison comparison;

    @BeforeEach
    void compare() throws IOException {
        Streams streams = Streams.plain(InputStream.nullInputStream(), System.out, System.err);
        Surroundings surroundings = new Surroundings(Map.of(), home, Clock.systemUTC());
        comparison = new Comparison(S2ioc.tree(new CommandContext(streams, surroundings)));
    }

    @Test
    void every_gap_has_a_reason_and_no_reason_is_stale() {
        Set<String> unexplained = new TreeSet<>(comparison.gaps());
        unexplained.removeAll(comparison.explained());
        assertEquals(Set.of(), unexplained, "missing without a reason in comparison/notes.txt");
        Set<String> stale = new TreeSet<>(comparison.explained());
        stale.removeAll(comparison.gaps());
        assertEquals(Set.of(), stale, "said to be missing, but there (or not known of oc)");
        assertEquals(Set.of(), comparison.unknown(), "said to be better, but not there");
    }

    @Test
    void the_readme_has_the_comparison() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if (Boolean.getBoolean("update-comparison")) {
            Files.writeString(README, readme.substring(0, begin) + comparison.markdown() + readme.substring(end));
        } else {
            assertEquals(comparison.markdown(), readme.substring(begin, end), "run scripts/update-comparison");
        }
    }
}
