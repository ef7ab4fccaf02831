package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.controller.cron.Schedule;
import dev.s2ioc.cluster.controller.cron.ScheduleException;
import dev.s2ioc.cluster.store.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When the jobs of a cron job are due. */
record CronJobTimes(JsonNode cron, Schedule schedule, ZoneId zone, Instant now) {
    /** So many times that were missed are more than somebody would want. */
    private static final int MANY = 100;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z");

    /**
     * The last time at which a job was due.
     *
     * @param many whether very many were due before it, and none was made
     */
    record Due(Instant time, boolean many) {}

    static CronJobTimes of(JsonNode cron, Instant now) throws ScheduleException {
        String zone = Json.at(cron, "spec", "timeZone");
        return new CronJobTimes(
                cron,
                Schedule.parse(Json.at(cron, "spec", "schedule")),
                zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone),
                now);
    }

    Optional<Instant> last() {
        return Optional.of(Json.at(cron, "status", "lastScheduleTime"))
                .filter(time -> !time.isEmpty())
                .map(Instant::parse);
    }

    private Optional<Duration> patience() {
        JsonNode seconds = cron.path("spec").path("startingDeadlineSeconds");
        return seconds.isNumber() ? Optional.of(Duration.ofSeconds(seconds.asLong())) : Optional.empty();
    }

    /** What is before this is not made up for. */
    private Instant earliest() {
        Instant start = last().orElseGet(() -> Instant.parse(Json.at(cron, "metadata", "creationTimestamp")));
        return patience().map(now::minus).filter(start::isBefore).orElse(start);
    }

    /** Empty when no job is due. */
    Optional<Due> due() {
        Optional<Instant> found = Optional.empty();
        int count = 0;
        for (Optional<Instant> next = next(earliest());
                next.isPresent() && !next.get().isAfter(now);
                next = next(next.get())) {
            found = next;
            count++;
        }
        boolean many = count > MANY;
        return found.map(time -> new Due(time, many));
    }

    private Optional<Instant> next(Instant after) {
        return schedule.next(after, zone);
    }

    boolean isTooLate(Instant due) {
        return patience().filter(most -> due.plus(most).isBefore(now)).isPresent();
    }

    /** How long until a job is due again. */
    Optional<Duration> pause() {
        return next(now).map(time -> Duration.between(now, time).plusMillis(100));
    }

    /** As logs write it. */
    String written(Instant due) {
        return STAMP.format(due.atZone(zone));
    }

    /** As annotations have it. */
    String stamp(Instant due) {
        ZonedDateTime time = due.atZone(zone);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
