package dev.s2ioc.cluster.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagOrderTest {
    @Test
    void latest_then_short_versions_then_whole_ones_then_the_rest() {
        assertEquals(
                List.of("latest", "10.0", "9.9", "3", "10.0.1", "9.9.12", "9.9.2", "9.9.2-rc1", "alpine", "nightly"),
                TagOrder.of(List.of(
                        "9.9.2",
                        "alpine",
                        "9.9",
                        "9.9.12",
                        "9.9.2-rc1",
                        "10.0",
                        "nightly",
                        "latest",
                        "10.0.1",
                        "3",
                        "")));
    }
}
