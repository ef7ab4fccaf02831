package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.SelectionException;
import java.util.ArrayList;
import java.util.List;

/** Several objects, several failures: one that fails does not keep the others from being tried. */
public final class Failures {
    private final List<RuntimeException> failures = new ArrayList<>();

    /** Tries something. What a server refuses or does not have, or what takes too long, is kept for the end; the rest is thrown at once. */
    public void attempt(Runnable action) {
        try {
            action.run();
        } catch (ApiException | SelectionException e) {
            failures.add(e);
        } catch (CommandFailure e) {
            if (e.exitCode() != ExitCode.TIMED_OUT) {
                throw e;
            }
            failures.add(e);
        }
    }

    public boolean isEmpty() {
        return failures.isEmpty();
    }

    /** Throws what was kept. */
    public void throwAny() {
        switch (failures.size()) {
            case 0 -> {}
            case 1 -> throw failures.getFirst();
            default -> throw new SeveralFailures(failures);
        }
    }
}
