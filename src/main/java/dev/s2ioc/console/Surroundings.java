package dev.s2ioc.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a run finds around it: environment variables, the working directory and the time. They come in by the door so
 * that a test can stand in another place, at another time.
 */
public record Surroundings(Map<String, String> environment, Path workingDirectory, Clock clock) {

    /** The surroundings of this process. */
    public static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), Path.of("").toAbsolutePath(), Clock.systemUTC());
    }

    /** The value of an environment variable; empty when it is unset or blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The user's home directory: {@code HOME}, else what the JVM says. */
    public Path home() {
        return Path.of(variable("HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    /** Where this program keeps data that must survive: {@code $XDG_DATA_HOME/s2ioc} or {@code ~/.local/share/s2ioc}. */
    public Path dataDirectory() {
        return variable("XDG_DATA_HOME")
                .map(Path::of)
                .orElseGet(() -> home().resolve(".local/share"))
                .resolve("s2ioc");
    }

    /** Where this program keeps what can be had again: {@code $XDG_CACHE_HOME/s2ioc} or {@code ~/.cache/s2ioc}. */
    public Path cacheDirectory() {
        return variable("XDG_CACHE_HOME")
                .map(Path::of)
                .orElseGet(() -> home().resolve(".cache"))
                .resolve("s2ioc");
    }

    /** A path as the user typed it, relative to the working directory of this run. */
    public Path resolve(String path) {
        return workingDirectory.resolve(path);
    }
}
