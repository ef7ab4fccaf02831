package dev.s2ioc.command;

import java.util.List;

/** More than one thing has failed; each is told in its own words. */
public final class SeveralFailures extends RuntimeException {
    private final List<RuntimeException> failures;

    SeveralFailures(List<RuntimeException> failures) {
        super(failures.size() + " failures", failures.getFirst());
        this.failures = List.copyOf(failures);
    }

    public List<RuntimeException> failures() {
        return failures;
    }
}
