package dev.s2ioc.cluster.api;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How the API is served.
 *
 * @param port 0 for any that is free
 * @param directory where the certificates and the administrator's password are kept, readable for their owner only
 * @param failures hears what went wrong inside while serving a request, clients that left included
 */
public record ApiOptions(int port, Path directory, Consumer<Throwable> failures) {}
