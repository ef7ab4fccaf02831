package dev.s2ioc.cluster.controller.cron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When things are due that cron writes about. */
class ScheduleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            * * * * *        | 2026-03-01T10:00:30Z | 2026-03-01T10:01:00Z
            */15 * * * *     | 2026-03-01T10:46:00Z | 2026-03-01T11:00:00Z
            5/20 * * * *     | 2026-03-01T10:26:00Z | 2026-03-01T10:45:00Z
            0 0 29 2 *       | 2026-03-01T10:00:00Z | 2028-02-29T00:00:00Z
            30 4 1,15 * *    | 2026-03-01T10:00:00Z | 2026-03-15T04:30:00Z
            0 12 13 * FRI    | 2026-03-01T10:00:00Z | 2026-03-06T12:00:00Z
            0 12 */2 * MON   | 2026-03-01T13:00:00Z | 2026-03-02T12:00:00Z
            0 9 * jan-mar ?  | 2026-03-31T10:00:00Z | 2027-01-01T09:00:00Z
            0 0 * * 1-5      | 2026-03-06T10:00:00Z | 2026-03-09T00:00:00Z
            @hourly          | 2026-03-01T10:00:00Z | 2026-03-01T11:00:00Z
            @daily           | 2026-03-01T10:00:00Z | 2026-03-02T00:00:00Z
            @midnight        | 2026-03-01T10:00:00Z | 2026-03-02T00:00:00Z
            @weekly          | 2026-03-01T10:00:00Z | 2026-03-08T00:00:00Z
            @monthly         | 2026-03-01T10:00:00Z | 2026-04-01T00:00:00Z
            @yearly          | 2026-03-01T10:00:00Z | 2027-01-01T00:00:00Z
            @annually        | 2026-03-01T10:00:00Z | 2027-01-01T00:00:00Z
            @every 1h30m     | 2026-03-01T10:00:07Z | 2026-03-01T11:30:07Z
            0 0 30 2 *       | 2026-03-01T10:00:00Z |
            """)
    void the_next_time_comes_after_the_last(String schedule, String after, String next) throws Exception {
        assertEquals(
                Optional.ofNullable(next).map(Instant::parse),
                Schedule.parse(schedule).next(Instant.parse(after), ZoneId.of("UTC")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | empty spec string
            * * * *       | expected exactly 5 fields, found 4: [* * * *]
            60 * * * *    | end of range (60) above maximum (59): 60
            * * 0 * *     | beginning of range (0) below minimum (1): 0
            5-3 * * * *   | beginning of range (5) beyond end of range (3): 5-3
            */0 * * * *   | step of range should be a positive number: */0
            * * * * 7     | end of range (7) above maximum (6): 7
            1-2-3 * * * * | too many hyphens: 1-2-3
            1/2/3 * * * * | too many slashes: 1/2/3
            x * * * *     | failed to parse int from x: it is no number
            @sometimes    | unrecognized descriptor: @sometimes
            @every now    | failed to parse duration @every now: write it as 1h30m or 90s
            """)
    void what_is_no_schedule_is_said_to_be_none(String schedule, String why) {
        assertEquals(
                why,
                assertThrows(ScheduleException.class, () -> Schedule.parse(schedule))
                        .getMessage());
    }

    /** In spring Berlin has no half past two, in autumn it has it twice. */
    @Test
    void a_change_of_clocks_leaves_out_and_repeats() throws Exception {
        assertEquals(
                List.of("2026-03-28T02:30+01:00", "2026-03-30T02:30+02:00"),
                times("30 2 * * *", "2026-03-28T00:00:00Z", 2));
        assertEquals(
                List.of("2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", "2026-10-26T02:30+01:00"),
                times("30 2 * * *", "2026-10-24T12:00:00Z", 3));
    }

    private static List<String> times(String text, String after, int count) throws Exception {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        List<String> times = new ArrayList<>();
        Instant time = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            time = Schedule.parse(text).next(time, zone).orElseThrow();
            times.add(ZonedDateTime.ofInstant(time, zone).toOffsetDateTime().toString());
        }
        return times;
    }
}
