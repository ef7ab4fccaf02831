package dev.s2ioc.cluster.controller.cron;

/** Says why a text is no schedule. */
public final class ScheduleException extends Exception {
    private static final long serialVersionUID = 1L;

    ScheduleException(String message) {
        super(message);
    }
}
