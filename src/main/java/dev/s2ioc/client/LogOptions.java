package dev.s2ioc.client;

import java.util.Optional;

/**
 * Which part of a log is wanted, and how.
 *
 * @param tail only so many lines from the end
 * @param limitBytes no more than so many bytes
 */
public record LogOptions(
        Optional<String> container,
        boolean previous,
        Optional<Long> sinceSeconds,
        Optional<String> sinceTime,
        Optional<Long> tail,
        Optional<Long> limitBytes,
        boolean timestamps) {

    /** The whole log, as it is. */
    public static final LogOptions ALL = new LogOptions(
            Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** The request with these options, but for {@code follow} and {@code timestamps}. */
    Request over(Request request) {
        return request.with("container", container)
                .with("previous", previous ? Optional.of("true") : Optional.empty())
                .with("sinceSeconds", sinceSeconds.map(String::valueOf))
                .with("sinceTime", sinceTime)
                .with("tailLines", tail.map(String::valueOf))
                .with("limitBytes", limitBytes.map(String::valueOf));
    }
}
