package dev.s2ioc.command;

import java.util.List;

/** More than one thing has failed; each is told in its own words. */
public final class SeveralFailures extends RuntimeException {
    private final List<RuntimeException> failures;

    SeveralFailures(List<RuntimeException> failures) {
        super(failures.size() + " failures", failures.getFirst());
        this.failures = List.copyOf(failures);
    }

    /** That of all of them, if they have one in common. */
    public int exitCode() {
        List<Integer> codes = failures.stream()
                .map(failure -> failure instanceof CommandFailure own ? own.exitCode() : ExitCode.FAILED)
                .distinct()
                .toList();
        return codes.size() == 1 ? codes.getFirst() : ExitCode.FAILED;
    }

    public List<RuntimeException> failures() {
        return failures;
    }
}
