package dev.s2ioc.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations are said as OpenShift, Kubernetes and Go say them, on both sides of every step. */
class AgesTest {

    @ParameterizedTest
    @CsvSource({
        "PT0.9S, Less than a second",
        "PT1S, 1 second",
        "PT59S, 59 seconds",
        "PT60S, About a minute",
        "PT119S, About a minute",
        "PT120S, 2 minutes",
        "PT59M59S, 59 minutes",
        "PT60M, About an hour",
        "PT89M59S, About an hour",
        "PT90M, 2 hours",
        "PT47H29M, 47 hours",
        "PT47H30M, 2 days",
        "P13D, 13 days",
        "P14D, 2 weeks",
        "P59D, 8 weeks",
        "P60D, 2 months",
        "P326D, 10 months",
        "P729D, 24 months",
        "P730D, 2 years"
    })
    void rough(Duration duration, String words) {
        assertEquals(words, Ages.rough(duration));
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, <invalid>",
        "PT-1.5S, 0s",
        "PT0S, 0s",
        "PT119S, 119s",
        "PT120S, 2m",
        "PT150S, 2m30s",
        "PT9M59S, 9m59s",
        "PT10M30S, 10m",
        "PT179M, 179m",
        "PT180M, 3h",
        "PT185M, 3h5m",
        "PT8H30M, 8h",
        "PT47H, 47h",
        "PT51H, 2d3h",
        "P8DT5H, 8d",
        "P729D, 729d",
        "P740D, 2y10d",
        "P3000D, 8y"
    })
    void kubernetes_age(Duration duration, String words) {
        assertEquals(words, Ages.age(duration));
    }

    @ParameterizedTest
    @CsvSource({
        "PT-5S, <invalid>",
        "PT-0.5S, 0s",
        "PT59S, 59s",
        "PT119S, 1m",
        "PT59M59S, 59m",
        "PT78M, 1h",
        "PT24H, 1d",
        "P364D, 364d",
        "P800D, 2y"
    })
    void short_age(Duration duration, String words) {
        assertEquals(words, Ages.shortAge(duration));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT9S, 9s",
        "PT60S, 1m0s",
        "PT65S, 1m5s",
        "PT1H, 1h0m0s",
        "PT1.5S, 1.5s",
        "PT0.0123S, 12.3ms",
        "PT0.000045S, 45µs",
        "PT-3S, -3s"
    })
    void go_duration(Duration duration, String words) {
        assertEquals(words, Ages.go(duration));
    }

    @Test
    void a_time_ago() {
        assertEquals(
                "2 minutes ago",
                Ages.ago(Instant.parse("2026-11-23T05:15:59Z"), Instant.parse("2026-11-23T05:18:40Z")));
    }

    @Test
    void a_field_that_holds_no_time() {
        assertEquals(Optional.empty(), Ages.instant(""));
        assertEquals(Optional.empty(), Ages.instant("yesterday"));
    }
}
