package dev.s2ioc.client;

import java.time.Duration;

/**
 * How long to go on after failures that may pass: pauses that grow, up to a time without any success. A trouble that does not
 * pass at once is told to the user, and so is its end.
 */
final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Duration SILENT = Duration.ofMillis(500);

    private final Talk talk;
    private boolean told;
    private Duration pause = FIRST_PAUSE;
    private Duration waited = Duration.ZERO;

    Patience(Talk talk) {
        this.talk = talk;
    }

    /** It worked: the next failure is the first again. */
    void renew() {
        pause = FIRST_PAUSE;
        waited = Duration.ZERO;
        if (told) {
            told = false;
            talk.tell("The server answers again.");
        }
    }

    /** Waits before the next attempt, or gives up with the failure if it has gone on for too long. */
    void spend(ConnectionException failure) throws InterruptedException {
        if (failure.kind() != ConnectionException.Kind.REFUSED
                && failure.kind() != ConnectionException.Kind.TIMED_OUT
                && failure.kind() != ConnectionException.Kind.BROKEN
                && failure.kind() != ConnectionException.Kind.UNKNOWN_HOST) {
            throw failure;
        }
        rest(failure);
    }

    /** The same for a refusal that may pass: the server is busy or out of order. Others are thrown at once. */
    void spend(ApiException refusal) throws InterruptedException {
        if (refusal.code() < 500 && refusal.code() != 429) {
            throw refusal;
        }
        rest(refusal);
    }

    private void rest(RuntimeException failure) throws InterruptedException {
        if (waited.compareTo(LIMIT) >= 0) {
            throw failure;
        }
        if (!told && waited.compareTo(SILENT) > 0) {
            told = true;
            talk.tell("The server does not answer (" + failure.getMessage() + "); trying again for up to "
                    + LIMIT.toMinutes() + " minutes ...");
        }
        pause();
    }

    /** Waits a while that grows from call to call. */
    void pause() throws InterruptedException {
        Thread.sleep(pause);
        waited = waited.plus(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
