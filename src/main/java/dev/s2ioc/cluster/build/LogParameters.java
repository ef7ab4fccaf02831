package dev.s2ioc.cluster.build;

import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.log.LogQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the query of a request for a build's or a pod's log. */
public final class LogParameters {
    private static final Type OF_BUILD =
            Type.namespaced("build.openshift.io", "v1", "buildlogoptions", "BuildLogOptions");
    private static final Type OF_POD = Type.namespaced("", "v1", "podlogoptions", "PodLogOptions");

    private LogParameters() {}

    static LogQuery ofBuild(Call call, Instant now) {
        Causes causes = new Causes();
        long version = number(call, "version", 1, causes);
        if (version >= 0 && call.flag("previous")) {
            causes.invalid("previous", true, "cannot use previous when a version is specified");
        }
        return read(call, now, OF_BUILD, causes);
    }

    public static LogQuery ofPod(Call call, Instant now) {
        return read(call, now, OF_POD, new Causes());
    }

    private static LogQuery read(Call call, Instant now, Type options, Causes causes) {
        long tail = number(call, "tailLines", 0, causes);
        long limit = number(call, "limitBytes", 1, causes);
        long seconds = number(call, "sinceSeconds", 1, causes);
        Optional<Instant> since = call.parameter("sinceTime").map(text -> time(text, causes));
        if (seconds >= 0) {
            if (since.isPresent()) {
                causes.forbidden("", "at most one of `sinceTime` or `sinceSeconds` may be specified");
            }
            since = Optional.of(now.minusSeconds(seconds));
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(options, "", causes);
        }
        return new LogQuery(call.flag("follow"), tail, since, call.flag("timestamps"), limit);
    }

    private static long number(Call call, String name, long least, Causes causes) {
        String text = call.parameter(name).orElse("");
        if (text.isEmpty()) {
            return -1;
        }
        try {
            long value = Long.parseLong(text);
            if (value < least) {
                causes.invalid(
                        name, value, least == 0 ? "must be greater than or equal to 0" : "must be greater than 0");
            }
            return value;
        } catch (NumberFormatException e) {
            causes.invalid(name, text, "must be a number");
            return -1;
        }
    }

    private static Instant time(String text, Causes causes) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            causes.invalid("sinceTime", text, "must be a time as in 2006-01-02T15:04:05Z");
            return Instant.EPOCH;
        }
    }
}
