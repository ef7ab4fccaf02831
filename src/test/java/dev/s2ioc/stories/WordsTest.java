package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Map<String, String> VARIABLES = Map.of("A", "one two", "B_1", "b", "EMPTY", "");

    private static List<String> split(String line) {
        return Words.split(line, VARIABLES::get);
    }

    @Test
    void blanks_part_and_quotes_keep_together() {
        assertEquals(List.of("a", "b c", "d  e", "", "f g"), split("a 'b c'  \"d  e\" '' f\\ g"));
        assertEquals(List.of("--flag=x y"), split("--flag='x y'"));
    }

    @Test
    void variables_are_replaced_but_never_parted_except_in_single_quotes() {
        assertEquals(
                List.of("one two", "xbx", "one two/b", "$A", "$", ""), split("$A x${B_1}x \"$A/$B_1\" '$A' $ $EMPTY"));
    }

    @Test
    void a_backslash_takes_the_meaning_away() {
        assertEquals(List.of("$A", "\"", "\\n", "'"), split("\\$A \"\\\"\" \"\\n\" \\'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'open", "\"open", "$NOBODY", "${NOBODY}", "end\\"})
    void what_cannot_be_understood_is_refused(String line) {
        assertThrows(IllegalArgumentException.class, () -> split(line));
    }

    @Test
    void files_keep_names_that_are_not_known() {
        assertEquals("one two b $NOBODY $", Words.expand("$A ${B_1} $NOBODY $", VARIABLES::get));
    }
}
