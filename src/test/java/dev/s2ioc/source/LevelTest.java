package dev.s2ioc.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelTest {
    @Test
    void a_slow_line_has_what_is_sent_packed_harder() {
        Level level = new Level(new Compression(3, 5), () -> true);
        assertEquals("3 3 3 3 3 3 3 4 4 4 4 4 4 4 4 5 5 5 5 5 5 5 5 5", of(level, 24, 4));
    }

    @Test
    void a_line_that_waits_has_it_packed_quicker() {
        Level level = new Level(new Compression(3, 5), () -> true);
        of(level, 24, 4);
        assertEquals("4 3 3", of(level, 3, 0));
    }

    @Test
    void a_line_that_is_out_of_breath_for_a_moment_changes_nothing() {
        Level level = new Level(new Compression(3, 5), () -> true);
        assertEquals("3 3 3 3", of(level, 4, 4));
        assertEquals("3", of(level, 1, 1));
        assertEquals("3 3 3 3 3 3 3", of(level, 7, 4));
    }

    @Test
    void processors_without_time_are_not_given_more_to_do() {
        Level level = new Level(new Compression(3, 5), () -> false);
        assertEquals("3 3 3 3 3 3 3 3 3 3 3 3", of(level, 12, 5));
    }

    private static String of(Level level, int blocks, int waiting) {
        return IntStream.range(0, blocks)
                .mapToObj(block -> String.valueOf(level.next(waiting, 5)))
                .reduce((one, two) -> one + " " + two)
                .orElse("");
    }
}
