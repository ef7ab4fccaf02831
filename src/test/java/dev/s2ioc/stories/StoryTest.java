package dev.s2ioc.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryTest {

    @Test
    void comments_commands_and_files_are_told_apart() {
        assertEquals(
                new Story(
                        "tale",
                        List.of(
                                new Story.Line(3, "# First,\n# this.", "s2ioc version"),
                                new Story.Line(4, "# First,\n# this.", "stdout 'x # y'"),
                                new Story.Line(7, "# Then that.", "! s2ioc start-build --follow")),
                        Map.of("src/a.txt", "one\n\n# two\n", "empty", "")),
                Story.parse("tale", """
                        # First,
                        # this.
                        s2ioc version
                        stdout 'x # y'

                        # Then that.
                        ! s2ioc start-build \\
                            --follow

                        -- src/a.txt --
                        one

                        # two
                        -- empty --
                        """));
    }
}
