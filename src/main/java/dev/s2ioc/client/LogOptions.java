package dev.s2ioc.client;

import java.util.Optional;

/**
 * Which part of a log is wanted, and how.
 *
 * @param version the number of a build config's build
 * @param previous the build, or the container, before
 * @param tail only so many lines from the end
 * @param limitBytes no more than so many bytes
 * @param insecureBackend whether the server may take it from a node that it cannot verify
 */
public record LogOptions(
        Optional<String> container,
        Optional<Long> version,
        boolean previous,
        Optional<Long> sinceSeconds,
        Optional<String> sinceTime,
        Optional<Long> tail,
        Optional<Long> limitBytes,
        boolean timestamps,
        boolean insecureBackend) {

    /** The whole log, as it is. */
    public static final LogOptions ALL = new LogOptions(
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);

    /** The same, but only so many lines from the end. */
    public LogOptions last(long lines) {
        return new LogOptions(
                container,
                version,
                previous,
                sinceSeconds,
                sinceTime,
                Optional.of(lines),
                limitBytes,
                timestamps,
                insecureBackend);
    }

    /** The same for one container. */
    public LogOptions of(String name) {
        return new LogOptions(
                Optional.of(name),
                version,
                previous,
                sinceSeconds,
                sinceTime,
                tail,
                limitBytes,
                timestamps,
                insecureBackend);
    }

    /** The request with these options, but for {@code follow} and {@code timestamps}. */
    Request over(Request request) {
        return request.with("container", container)
                .with("version", version.map(String::valueOf))
                .with("previous", previous ? Optional.of("true") : Optional.empty())
                .with("sinceSeconds", sinceSeconds.map(String::valueOf))
                .with("sinceTime", sinceTime)
                .with("tailLines", tail.map(String::valueOf))
                .with("limitBytes", limitBytes.map(String::valueOf))
                .with("insecureSkipTLSVerifyBackend", insecureBackend ? Optional.of("true") : Optional.empty());
    }
}
