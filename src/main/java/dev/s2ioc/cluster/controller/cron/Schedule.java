package dev.s2ioc.cluster.controller.cron;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something is due again and again, as cron writes it. */
public interface Schedule {
    /** The first time after another one; empty when there is none for years, such as a 30th of February. */
    Optional<Instant> next(Instant after, ZoneId zone);

    /** Five fields, or a word for them, or {@code @every 1h30m}. */
    static Schedule parse(String text) throws ScheduleException {
        if (text.isBlank()) {
            throw new ScheduleException("empty spec string");
        }
        if (text.startsWith("@every ")) {
            return new Every(Every.duration(text.substring("@every ".length())));
        }
        if (text.startsWith("@")) {
            String fields = Fields.WORDS.get(text);
            if (fields == null) {
                throw new ScheduleException("unrecognized descriptor: " + text);
            }
            return Fields.parse(fields);
        }
        return Fields.parse(text);
    }

    /** Due at the minutes that fit all fields; a day that fits one of its two fields does, where both say something. */
    record Fields(Field minutes, Field hours, Field days, Field months, Field weekdays) implements Schedule {
        private static final int YEARS = 5;
        private static final Map<String, String> WORDS = Map.of(
                "@yearly", "0 0 1 1 *",
                "@annually", "0 0 1 1 *",
                "@monthly", "0 0 1 * *",
                "@weekly", "0 0 * * 0",
                "@daily", "0 0 * * *",
                "@midnight", "0 0 * * *",
                "@hourly", "0 * * * *");

        static Fields parse(String text) throws ScheduleException {
            String[] fields = text.strip().split("\\s+");
            if (fields.length != 5) {
                throw new ScheduleException("expected exactly 5 fields, found " + fields.length + ": "
                        + Arrays.toString(fields).replace(",", ""));
            }
            return new Fields(
                    Field.parse(fields[0], Field.MINUTES),
                    Field.parse(fields[1], Field.HOURS),
                    Field.parse(fields[2], Field.DAYS),
                    Field.parse(fields[3], Field.MONTHS),
                    Field.parse(fields[4], Field.WEEKDAYS));
        }

        /** Hours that a change of clocks leaves out are left out, those that come twice come twice. */
        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            ZonedDateTime time =
                    after.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
            ZonedDateTime end = time.plusYears(YEARS);
            while (time.isBefore(end)) {
                if (!months.has(time.getMonthValue())) {
                    time = time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
                } else if (!isDay(time)) {
                    time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
                } else if (!hours.has(time.getHour())) {
                    time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
                } else if (!minutes.has(time.getMinute())) {
                    time = time.plusMinutes(1);
                } else {
                    return Optional.of(time.toInstant());
                }
            }
            return Optional.empty();
        }

        private boolean isDay(ZonedDateTime time) {
            boolean ofMonth = days.has(time.getDayOfMonth());
            boolean ofWeek = weekdays.has(time.getDayOfWeek().getValue() % 7);
            return days.any() || weekdays.any() ? ofMonth && ofWeek : ofMonth || ofWeek;
        }
    }

    /** Due again and again after the same time. */
    record Every(Duration pause) implements Schedule {
        private static final Pattern PART = Pattern.compile("([0-9]{1,9})(h|m|s)");

        static Duration duration(String text) throws ScheduleException {
            Duration sum = Duration.ZERO;
            Matcher part = PART.matcher(text);
            int end = 0;
            while (part.find() && part.start() == end) {
                long number = Long.parseLong(part.group(1));
                sum = sum.plus(
                        switch (part.group(2)) {
                            case "h" -> Duration.ofHours(number);
                            case "m" -> Duration.ofMinutes(number);
                            default -> Duration.ofSeconds(number);
                        });
                end = part.end();
            }
            if (end != text.length() || sum.isZero()) {
                throw new ScheduleException("failed to parse duration @every " + text + ": write it as 1h30m or 90s");
            }
            return sum;
        }

        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            return Optional.of(after.truncatedTo(ChronoUnit.SECONDS).plus(pause));
        }
    }
}
