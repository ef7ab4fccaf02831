package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <age>    | 14 seconds
            <age>    | Less than a second
            <age>    | About a minute
            <age>    | 2m3s
            <age>    | 5d
            <digest> | sha256:0123456789012345678901234567890123456789012345678901234567890123
            <id>     | 0b95b53
            <time>   | 2026-11-23T05:16:06Z
            <time>   | 2026-11-23 05:17:04 +0000 UTC
            <number> | 12.5
            a <any> z| a b c z
            [a.b] $  | [a.b] $
            """)
    void what_differs_from_run_to_run_is_named(String golden, String text) {
        assertEquals(Optional.empty(), new Golden(golden + "\n").difference(text + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"<age>,soon", "<digest>,sha256:12", "<id>,xyz", "<time>,today", "<number>,one", "a.c,abc"})
    void anything_else_is_different(String golden, String text) {
        assertEquals(
                Optional.of("line 1\n  expected: " + golden + "\n  but was:  " + text),
                new Golden(golden + "\n").difference(text + "\n"));
    }

    @Test
    void dots_stand_for_any_number_of_lines() {
        Golden golden = new Golden("a\n...\nb\n");
        assertEquals(Optional.empty(), golden.difference("a\nb\n"));
        assertEquals(Optional.empty(), golden.difference("a\nx\ny\nb\nb\n"));
        assertEquals(Optional.of("line 3\n  expected: b\n  but was:  (nothing more)"), golden.difference("a\nx\n"));
    }

    @Test
    void lines_too_many_and_an_open_last_line_are_different() {
        Golden golden = new Golden("a\n");
        assertEquals(Optional.of("line 2\n  expected: (nothing more)\n  but was:  b"), golden.difference("a\nb\n"));
        assertEquals(Optional.of("the last line does not end"), golden.difference("a"));
    }
}
