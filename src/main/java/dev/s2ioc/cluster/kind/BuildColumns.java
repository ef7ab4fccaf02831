package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.time.Instant;

/** The columns of builds and of their configurations. */
final class BuildColumns {
    static final Column TYPE = Column.text(
            "Type",
            "Describes a particular way of performing a build.",
            (object, now) -> BuildDefaults.strategyType(object.path("spec").path("strategy")));
    static final Column FROM =
            Column.text("From", "source describes the SCM in use.", (object, now) -> from(object.path("spec")));
    static final Column STATUS = Column.text(
            "Status",
            "phase is the point in the build lifecycle. Possible values are \"New\", \"Pending\", \"Running\","
                    + " \"Complete\", \"Failed\", \"Error\", and \"Cancelled\".",
            (build, now) -> status(build.path("status")));
    static final Column STARTED = Column.text(
            "Started",
            "startTimestamp is a timestamp representing the server time when this Build started running in a Pod. It is"
                    + " represented in RFC3339 form and is in UTC.",
            (build, now) -> started(build, now));
    static final Column DURATION = Column.text(
            "Duration",
            "duration contains time.Duration object describing build time.",
            (build, now) -> duration(build.path("status").path("duration").asLong(0)));

    private BuildColumns() {}

    private static String from(JsonNode spec) {
        JsonNode strategy = spec.path("strategy");
        if (strategy.has("customStrategy")) {
            return Json.at(strategy, "customStrategy", "from", "name");
        }
        JsonNode source = spec.path("source");
        String revision = revision(spec);
        String suffix = revision.isEmpty() ? "" : "@" + revision;
        boolean git = source.has("git");
        if (source.hasNonNull("binary")) {
            return "Binary" + suffix;
        }
        if (source.has("dockerfile")) {
            return git ? "Dockerfile,Git" + suffix : "Dockerfile";
        }
        if (git) {
            return "Git" + suffix;
        }
        return source.path("images").isEmpty() ? "" : "Image";
    }

    /** The commit, shortened, or the branch. */
    private static String revision(JsonNode spec) {
        String commit = Json.at(spec, "revision", "git", "commit");
        String revision = commit.isEmpty() ? Json.at(spec, "source", "git", "ref") : commit;
        return revision.matches("[0-9a-f]{20,}") ? revision.substring(0, 7) : revision;
    }

    private static String status(JsonNode status) {
        String reason = Json.at(status, "reason");
        String phase = Json.at(status, "phase");
        return reason.isEmpty() ? phase : phase + " (" + reason + ")";
    }

    private static String started(JsonNode build, Instant now) {
        return Age.ago(build.path("status").path("startTimestamp"), now);
    }

    /** As Go writes durations. */
    private static String duration(long nanos) {
        long seconds = nanos / 1_000_000_000L;
        if (nanos <= 0) {
            return "";
        }
        if (seconds == 0) {
            return nanos / 1_000_000L + "ms";
        }
        StringBuilder text = new StringBuilder();
        if (seconds >= 3600) {
            text.append(seconds / 3600).append('h');
        }
        if (seconds >= 60) {
            text.append(seconds / 60 % 60).append('m');
        }
        return text.append(seconds % 60).append('s').toString();
    }
}
