package dev.s2ioc.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns mean what they mean to rsync. */
class TransferRulesTest {

    private static TransferRules excluding(String... patterns) {
        return new TransferRules(List.of(), List.of(patterns));
    }

    @Test
    void a_name_matches_at_any_depth() {
        assertFalse(excluding("*.log").take("a/b.log", false));
        assertFalse(excluding("*.log").take("b.log", false));
        assertTrue(excluding("*.log").take("b.logs", false));
    }

    @Test
    void a_path_matches_at_the_end_and_from_a_slash_on_at_the_top() {
        assertFalse(excluding("a/b").take("x/a/b", false));
        assertFalse(excluding("/a").take("a", false));
        assertTrue(excluding("/a").take("x/a", false));
    }

    @Test
    void what_is_in_an_excluded_directory_is_out() {
        assertFalse(excluding("tmp/").take("x/tmp/deep/file", false));
        assertTrue(excluding("tmp/").take("x/tmp", false));
        assertFalse(excluding("tmp/").take("x/tmp", true));
        assertFalse(new TransferRules(List.of("file"), List.of("tmp")).take("tmp/file", false));
    }

    @Test
    void what_is_included_stays_in() {
        TransferRules rules = new TransferRules(List.of("keep.log"), List.of("*.log"));
        assertTrue(rules.take("a/keep.log", false));
        assertFalse(rules.take("a/other.log", false));
    }
}
