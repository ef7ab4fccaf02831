package dev.s2ioc.cluster.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cron jobs make jobs when their time comes: a clock that is moved brings it. */
class CronJobTest {
    private static final String CRONS = "/apis/batch/v1/namespaces/demo/cronjobs";
    private static final String JOBS = "/apis/batch/v1/namespaces/demo/jobs";
    /** Never done. */
    private static final String LONG = "\"command\":[\"sleep\",\"99\"],";

    private final MovedClock clock = new MovedClock();
    private Room room;

    /** Goes on from a half hour that is past, as fast as any other, and by leaps. */
    private static final class MovedClock extends Clock {
        private static final Instant START = Instant.parse("2027-03-01T10:30:00Z");
        private final long begun = System.nanoTime();
        private volatile Duration leap = Duration.ZERO;

        @Override
        public Instant instant() {
            return START.plusNanos(System.nanoTime() - begun).plus(leap);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        room = new Room(directory, clock);
        room.broken = "broken";
    }

    @AfterEach
    void stop() {
        room.close();
    }

    private void cron(String name, String schedule, String more, String container) {
        assertEquals(
                201,
                room.post(CRONS, """
                        {"metadata":{"name":"%s"},"spec":{"schedule":"%s",%s"jobTemplate":{
                          "metadata":{"labels":{"cron":"%1$s"}},"spec":{"backoffLimit":0,"template":{"spec":{
                            "restartPolicy":"Never","schedulerName":"none","containers":[{"name":"c",%s"image":"good"}]}}}}}}""".formatted(name, schedule, more, container)).code());
    }

    /** Time passes, and somebody looks. */
    private void leap(String name, String time) {
        clock.leap = clock.leap.plus(Duration.parse(time));
        assertEquals(
                200,
                room.patch(
                                CRONS + "/" + name,
                                "merge-patch+json",
                                "{\"metadata\":{\"annotations\":{\"leap\":\"" + clock.leap + "\"}}}")
                        .code());
    }

    private JsonNode last(String name, String time) {
        return room.await(
                CRONS + "/" + name,
                each -> Json.at(each, "status", "lastScheduleTime").equals(time));
    }

    private List<String> jobs(String name) {
        return room.get(JOBS + "?labelSelector=cron%3D" + name)
                .body()
                .path("items")
                .valueStream()
                .map(each -> Json.at(each, "metadata", "name"))
                .toList();
    }

    private static String job(String cron, String time) {
        return cron + "-" + Instant.parse(time).getEpochSecond() / 60;
    }

    private boolean isTold(String cron, String note) {
        return room.get(Room.CORE + "events?fieldSelector=involvedObject.kind%3DCronJob,involvedObject.name%3D" + cron)
                .body()
                .path("items")
                .valueStream()
                .map(each -> Json.at(each, "reason") + ": " + Json.at(each, "message"))
                .anyMatch(note::equals);
    }

    @Test
    void jobs_come_when_they_are_due_and_the_oldest_go() {
        cron("tick", "0 * * * *", "\"successfulJobsHistoryLimit\":1,", "");
        assertEquals(List.of(), jobs("tick"));
        leap("tick", "PT1H");
        last("tick", "2027-03-01T11:00:00Z");
        String first = job("tick", "2027-03-01T11:00:00Z");
        JsonNode made = room.get(JOBS + "/" + first).body();
        assertEquals(
                "tick 2027-03-01T11:00:00Z",
                Json.at(Owner.of(made).orElseThrow(), "name") + " "
                        + Json.at(
                                made.path("metadata").path("annotations"),
                                "batch.kubernetes.io/cronjob-scheduled-timestamp"));
        JsonNode after = room.await(
                CRONS + "/tick",
                each -> each.path("status").has("lastSuccessfulTime")
                        && !each.path("status").has("active"));
        for (String note : List.of(
                "SuccessfulCreate: Created job " + first,
                "SawCompletedJob: Saw completed job: " + first + ", condition: Complete")) {
            assertTrue(isTold("tick", note), note);
        }
        assertFalse(after.at("/spec/suspend").asBoolean());
        leap("tick", "PT1H");
        room.await(JOBS + "/" + first, each -> each.path("code").asInt() == 404);
        assertEquals(List.of(job("tick", "2027-03-01T12:00:00Z")), jobs("tick"));
        room.await(CRONS + "/tick", each -> isTold("tick", "SuccessfulDelete: Deleted job " + first));
    }

    @Test
    void several_times_that_were_missed_are_made_up_for_once_and_not_too_late() {
        cron("late", "0 * * * *", "\"startingDeadlineSeconds\":600,\"timeZone\":\"Asia/Kolkata\",", "");
        leap("late", "PT4H5M");
        last("late", "2027-03-01T14:30:00Z");
        assertEquals(List.of(job("late", "2027-03-01T14:30:00Z")), jobs("late"));
        assertEquals(
                "2027-03-01T20:00:00+05:30",
                Json.at(
                        room.get(JOBS + "/" + job("late", "2027-03-01T14:30:00Z"))
                                .body()
                                .path("metadata")
                                .path("annotations"),
                        "batch.kubernetes.io/cronjob-scheduled-timestamp"));
        room.patch(CRONS + "/late", "merge-patch+json", "{\"spec\":{\"suspend\":true}}");
        leap("late", "PT24H");
        room.patch(CRONS + "/late", "merge-patch+json", "{\"spec\":{\"schedule\":\"0 0 1 1 *\",\"suspend\":false}}");
        assertEquals(1, jobs("late").size());
    }

    @Test
    void one_that_runs_forbids_the_next_or_gives_way_to_it() {
        cron("forbid", "0 * * * *", "\"concurrencyPolicy\":\"Forbid\",", LONG);
        cron("replace", "0 * * * *", "\"concurrencyPolicy\":\"Replace\",", LONG);
        cron("allow", "0 * * * *", "", LONG);
        for (String name : List.of("forbid", "replace", "allow")) {
            leap(name, name.equals("forbid") ? "PT1H" : "PT0S");
            last(name, "2027-03-01T11:00:00Z");
        }
        for (String name : List.of("forbid", "replace", "allow")) {
            leap(name, name.equals("forbid") ? "PT1H" : "PT0S");
        }
        last("replace", "2027-03-01T12:00:00Z");
        last("allow", "2027-03-01T12:00:00Z");
        assertEquals(List.of(job("replace", "2027-03-01T12:00:00Z")), jobs("replace"));
        assertEquals(2, jobs("allow").size());
        assertEquals(List.of(job("forbid", "2027-03-01T11:00:00Z")), jobs("forbid"));
        assertEquals(
                List.of(job("replace", "2027-03-01T12:00:00Z")),
                room.get(CRONS + "/replace")
                        .body()
                        .at("/status/active")
                        .valueStream()
                        .map(each -> Json.at(each, "name"))
                        .toList());
        room.await(
                CRONS + "/forbid",
                each -> isTold(
                        "forbid",
                        "JobAlreadyActive: Not starting job because prior execution is running and concurrency policy is"
                                + " Forbid"));
        room.delete(CRONS + "/allow", "");
        assertEquals(List.of(), jobs("allow"));
    }

    @Test
    void what_it_must_not_say_is_refused_in_the_words_of_kubernetes() {
        String message = room.post(CRONS, """
                        {"metadata":{"name":"%s"},"spec":{"schedule":"61 * * * *","timeZone":"Mars/Base",
                          "concurrencyPolicy":"Maybe","jobTemplate":{"spec":{"manualSelector":true,"template":{"spec":{
                            "restartPolicy":"Always","containers":[{"name":"c","image":"i"}]}}}}}}""".formatted("x".repeat(53))).text("message");
        for (String part : List.of(
                "metadata.name: Invalid value: \"" + "x".repeat(53) + "\": must be no more than 52 characters",
                "spec.schedule: Invalid value: \"61 * * * *\": end of range (61) above maximum (59): 61",
                "spec.timeZone: Invalid value: \"Mars/Base\": unknown time zone Mars/Base",
                "spec.concurrencyPolicy: Unsupported value: \"Maybe\": supported values: \"Allow\", \"Forbid\","
                        + " \"Replace\"",
                "spec.jobTemplate.spec.manualSelector: Unsupported value: true: supported values: \"false\", \"nil\"",
                "spec.jobTemplate.spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\","
                        + " \"Never\"")) {
            assertTrue(message.contains(part), () -> part + "\nin\n" + message);
        }
        assertTrue(room.post(CRONS, """
                        {"metadata":{"name":"tz"},"spec":{"schedule":"TZ=UTC * * * * *","jobTemplate":{"spec":{
                          "template":{"spec":{"restartPolicy":"Never","containers":[{"name":"c","image":"i"}]}}}}}}""")
                .text("message")
                .contains("cannot use TZ or CRON_TZ in schedule, use timeZone field instead"));
    }
}
