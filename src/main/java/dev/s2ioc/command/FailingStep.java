package dev.s2ioc.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a build's log the step of its Dockerfile that has failed. */
final class FailingStep {
    private static final Pattern FAILED_STEP = Pattern.compile("at STEP \"(.*)\": ");
    private static final Pattern STEP = Pattern.compile("(?:\\[\\d+/\\d+] )?STEP \\d+/\\d+: (.*)");

    private FailingStep() {}

    /** The server shortens long lines in their middle, also the one that names the step: its beginning is told in full before. */
    static Optional<String> in(List<String> lines) {
        Optional<String> begun = Optional.empty();
        for (String line : lines) {
            Matcher beginning = STEP.matcher(line);
            Matcher failure = FAILED_STEP.matcher(line);
            if (beginning.matches()) {
                begun = Optional.of(beginning.group(1));
            } else if (failure.find()) {
                return begun.or(() -> Optional.of(failure.group(1)));
            }
        }
        return Optional.empty();
    }
}
