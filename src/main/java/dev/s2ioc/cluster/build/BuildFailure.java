package dev.s2ioc.cluster.build;

/** Ends a build as Failed; the message is the last line of its log. */
final class BuildFailure extends Exception {
    private final Reason reason;

    BuildFailure(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
