package dev.s2ioc.cluster.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time before each line, with nine digits after the second as the kubelet writes it. */
final class LogTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'").withZone(ZoneOffset.UTC);

    private LogTime() {}

    static String text(Instant instant) {
        return FORMAT.format(instant);
    }
}
