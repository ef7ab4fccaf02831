package dev.s2ioc.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values from expressions. */
class GeneratorTest {
    @ParameterizedTest
    @CsvSource({
        "plain,              plain",
        "user[0-9]{5},       user[0-9]{5}",
        "[A-Zx]{3}-[a]{2},   [A-Zx]{3}-aa",
        "[\\w]{40},          [a-zA-Z0-9_]{40}",
        "[\\d]{255},         [0-9]{255}",
        "[\\a]{9}!,          [a-zA-Z0-9]{9}!",
    })
    void they_match_the_expression(String expression, String pattern) {
        for (int seed = 0; seed < 20; seed++) {
            String value = new Generator(new Random(seed)).generate(expression);
            assertTrue(value.matches(pattern), value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "[a-z]{0},   range must be within [1-255] characters (0)",
        "[a-z]{256}, range must be within [1-255] characters (256)",
        "[z-a]{2},   invalid range specified: z-a",
        "[\\q]{2},   malformed characters: \\q",
    })
    void what_cannot_be_meant_is_refused(String expression, String message) {
        Generator generator = new Generator(new Random(1));
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> generator.generate(expression))
                        .getMessage());
    }
}
