package dev.s2ioc.print;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long ago something was, and how long it took, in the four ways that oc says it. */
public final class Ages {

    private Ages() {}

    /** The instant that a field holds; empty when it holds none. */
    public static Optional<Instant> instant(String field) {
        try {
            return field.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(field));
        } catch (DateTimeParseException e) {
            // A server's odd value is no reason to refuse the rest of the object.
            return Optional.empty();
        }
    }

    /** {@code 2 minutes ago}: OpenShift's columns and descriptions. */
    public static String ago(Instant then, Instant now) {
        return rough(Duration.between(then, now)) + " ago";
    }

    /** {@code 2 minutes}, as Docker says durations. */
    public static String rough(Duration duration) {
        long seconds = duration.toSeconds();
        long minutes = duration.toMinutes();
        long hours = Math.round(duration.toMillis() / 3_600_000.0);
        if (seconds < 1) {
            return "Less than a second";
        } else if (seconds == 1) {
            return "1 second";
        } else if (seconds < 60) {
            return seconds + " seconds";
        } else if (minutes == 1) {
            return "About a minute";
        } else if (minutes < 60) {
            return minutes + " minutes";
        } else if (hours == 1) {
            return "About an hour";
        } else if (hours < 48) {
            return hours + " hours";
        } else if (hours < 24 * 7 * 2) {
            return hours / 24 + " days";
        } else if (hours < 24 * 30 * 2) {
            return hours / 24 / 7 + " weeks";
        } else if (hours < 24 * 365 * 2) {
            return hours / 24 / 30 + " months";
        }
        return duration.toHours() / 24 / 365 + " years";
    }

    /** {@code 2m30s}: Kubernetes' AGE. */
    public static String age(Instant then, Instant now) {
        return age(Duration.between(then, now));
    }

    /** {@code 2m30s}, coarser the longer it is. */
    public static String age(Duration duration) {
        // Towards zero, so that a clock half a second behind the server's does not make an age invalid.
        long seconds = duration.toMillis() / 1000;
        long minutes = seconds / 60;
        long hours = minutes / 60;
        long days = hours / 24;
        if (seconds < -1) {
            return "<invalid>";
        } else if (seconds < 0) {
            return "0s";
        } else if (seconds < 120) {
            return seconds + "s";
        } else if (minutes < 10) {
            return two(minutes, "m", seconds % 60, "s");
        } else if (minutes < 180) {
            return minutes + "m";
        } else if (hours < 8) {
            return two(hours, "h", minutes % 60, "m");
        } else if (hours < 48) {
            return hours + "h";
        } else if (hours < 24 * 8) {
            return two(days, "d", hours % 24, "h");
        } else if (days < 365 * 2) {
            return days + "d";
        } else if (days < 365 * 8) {
            return two(days / 365, "y", days % 365, "d");
        }
        return days / 365 + "y";
    }

    /** {@code 2m}: in its largest unit alone. */
    public static String shortAge(Duration duration) {
        long seconds = duration.toMillis() / 1000;
        if (seconds < -1) {
            return "<invalid>";
        } else if (seconds < 60) {
            return Math.max(seconds, 0) + "s";
        } else if (seconds < 3_600) {
            return seconds / 60 + "m";
        } else if (seconds < 86_400) {
            return seconds / 3_600 + "h";
        }
        long days = seconds / 86_400;
        return days < 365 ? days + "d" : days / 365 + "y";
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + largeUnit + (small == 0 ? "" : small + smallUnit);
    }

    /** {@code 1m5s}: a duration as Go prints it. */
    public static String go(Duration duration) {
        if (duration.isNegative()) {
            return "-" + go(duration.negated());
        }
        if (duration.toSeconds() == 0) {
            return subsecond(duration.toNanos());
        }
        StringBuilder text = new StringBuilder();
        if (duration.toHours() > 0) {
            text.append(duration.toHours()).append('h');
        }
        if (duration.toMinutes() > 0) {
            text.append(duration.toMinutesPart()).append('m');
        }
        return text.append(decimal(duration.toSecondsPart(), duration.toNanosPart(), 9))
                .append('s')
                .toString();
    }

    private static String subsecond(long nanos) {
        if (nanos == 0) {
            return "0s";
        } else if (nanos < 1_000) {
            return nanos + "ns";
        } else if (nanos < 1_000_000) {
            return decimal(nanos / 1_000, nanos % 1_000, 3) + "µs";
        }
        return decimal(nanos / 1_000_000, nanos % 1_000_000, 6) + "ms";
    }

    private static String decimal(long whole, long fraction, int digits) {
        String zeros = "0".repeat(digits - String.valueOf(fraction).length());
        return fraction == 0 ? whole + "" : whole + "." + (zeros + fraction).replaceFirst("0+$", "");
    }
}
