package dev.s2ioc.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

/** Durations are read and said as Go does. */
class DurationFlagTest {
    private final DurationFlag durations = new DurationFlag();

    @Test
    void are_read() {
        assertEquals(Duration.ofMinutes(90), durations.convert("1h30m"));
        assertEquals(Duration.ofSeconds(90), durations.convert("90"));
        assertEquals(Duration.ofMillis(1500), durations.convert("1.5s"));
        assertEquals(Duration.ZERO, durations.convert("0"));
    }

    @Test
    void are_said() {
        assertEquals(
                List.of("1h30m0s", "1m30s", "300ms", "0s"),
                List.of("1h30m", "90", "0.3s", "0s").stream()
                        .map(text -> DurationFlag.words(durations.convert(text)))
                        .toList());
    }

    @Test
    void others_are_refused() {
        for (String text : List.of("", "x", "5 m", "1h-5m", "5d", "99999999999h")) {
            assertThrows(TypeConversionException.class, () -> durations.convert(text), text);
        }
    }
}
