package dev.s2ioc.cluster.log;

import java.time.Instant;
import java.util.Optional;

/** Which part of a log is wanted, and how; {@code tail} and {@code limitBytes} are negative when there is no limit. */
public record LogQuery(boolean follow, long tail, Optional<Instant> since, boolean timestamps, long limitBytes) {}
