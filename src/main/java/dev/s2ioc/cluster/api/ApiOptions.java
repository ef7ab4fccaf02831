package dev.s2ioc.cluster.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How the API is served.
 *
 * @param port 0 for any that is free
 * @param directory where the certificates and the administrator's password are kept, readable for their owner only
 * @param names under which the API is reached, beside those of this machine's loopback
 * @param failures hears what went wrong inside while serving a request, clients that left included
 * @param pulse how long a watch may be silent before it looks whether its client is still there
 */
public record ApiOptions(int port, Path directory, List<String> names, Consumer<Throwable> failures, Duration pulse) {
    private static final Duration USUAL_PULSE = Duration.ofSeconds(30);

    public ApiOptions(int port, Path directory, Consumer<Throwable> failures) {
        this(port, directory, List.of(), failures, USUAL_PULSE);
    }

    public ApiOptions(int port, Path directory, List<String> names, Consumer<Throwable> failures) {
        this(port, directory, names, failures, USUAL_PULSE);
    }
}
