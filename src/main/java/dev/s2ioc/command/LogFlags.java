package dev.s2ioc.command;

import dev.s2ioc.client.LogOptions;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of logs that say which part of a log is wanted. */
final class LogFlags {

    @Option(
            names = {"-c", "--container"},
            paramLabel = "NAME",
            description = "The container of the pod; init containers can be named too.")
    String container;

    @Option(
            names = {"-p", "--previous"},
            description = "The log of the container, or of the build, before this one.")
    boolean previous;

    @Option(
            names = "--version",
            paramLabel = "NUMBER",
            description = "With a BuildConfig: the log of its build of this number.")
    Long version;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            description = "Only lines that are not older, as in 5s, 2m or 3h.")
    Duration since;

    @Option(
            names = "--since-time",
            paramLabel = "TIME",
            description = "Only lines since this time, as in 2026-11-23T05:16:02Z.")
    String sinceTime;

    @Option(
            names = "--tail",
            paramLabel = "LINES",
            description = "Only so many lines from the end; -1 for all. The default is -1, and 10 with a selector.")
    Long tail;

    @Option(names = "--limit-bytes", paramLabel = "BYTES", description = "Only so many bytes.")
    Long limitBytes;

    @Option(
            names = "--insecure-skip-tls-verify-backend",
            description = "Let the API server take the log from a node whose certificate it cannot verify.")
    boolean insecureBackend;

    @Option(names = "--timestamps", description = "Show the time of each line.")
    boolean timestamps;

    /** @param usualTail how many lines are shown unless the user says otherwise */
    LogOptions options(Optional<Long> usualTail) {
        validate();
        return new LogOptions(
                Optional.ofNullable(container),
                Optional.ofNullable(version),
                previous,
                Optional.ofNullable(since).map(time -> Math.ceilDiv(time.toMillis(), 1000L)),
                Optional.ofNullable(sinceTime),
                Optional.ofNullable(tail).or(() -> usualTail).filter(lines -> lines >= 0),
                Optional.ofNullable(limitBytes),
                timestamps,
                insecureBackend);
    }

    private void validate() {
        if (since != null && sinceTime != null) {
            throw new CommandFailure("at most one of `sinceTime` or `sinceSeconds` may be specified");
        }
        if (tail != null && tail < -1) {
            throw new CommandFailure("--tail must be greater than or equal to -1");
        }
        if (limitBytes != null && limitBytes <= 0) {
            throw new CommandFailure("--limit-bytes must be greater than 0");
        }
        if (sinceTime != null) {
            try {
                OffsetDateTime.parse(sinceTime);
            } catch (DateTimeException e) {
                throw new CommandFailure(
                        "--since-time is not a time: \"" + sinceTime + "\"; write it as 2026-11-23T05:16:02Z", e);
            }
        }
    }
}
