package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureLinesTest {
    private final List<String> log = new ArrayList<>();
    private final FailureLines lines = new FailureLines(log::add);

    @Test
    void the_last_announcement_is_the_message_and_not_in_the_log() {
        say("one", "subprocess exited with status 3", "two", "Error: building at STEP \"RUN x\": exit status 3");
        assertEquals("building at STEP \"RUN x\": while running runtime: exit status 3", lines.message("?"));
        assertEquals(List.of("one", "two"), log);
    }

    @Test
    void what_looks_like_an_announcement_but_goes_on_is_output() {
        say("Error: a test said this", "and went on");
        assertEquals("it ended", lines.message("it ended"));
        assertEquals(List.of("Error: a test said this", "and went on"), log);
    }

    @Test
    void success_loses_no_line() {
        say("Error: harmless", "exit status 0");
        lines.flush();
        assertEquals(List.of("Error: harmless", "exit status 0"), log);
    }

    private void say(String... all) {
        List.of(all).forEach(lines);
    }
}
