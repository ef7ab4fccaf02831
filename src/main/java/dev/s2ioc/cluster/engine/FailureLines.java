package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Passes a program's lines on, but holds back those that announce its failure: when they turn out to be the last ones, they are the
 * failure's message; when more follows, they were ordinary output.
 */
final class FailureLines implements Consumer<String> {
    private static final Pattern ANNOUNCEMENT = Pattern.compile("Error: .*");

    /** What buildah's inner process says of a step's end; it may overtake the step's own last lines. */
    private static final Pattern STEP_END = Pattern.compile("subprocess exited with status \\d+|exit status \\d+");

    private static final Pattern STEP_STATUS = Pattern.compile("^(building at STEP \".*\"): (exit status \\d+)$");

    private final Consumer<String> log;
    private final List<String> held = new ArrayList<>();
    private final List<String> stepEnds = new ArrayList<>();

    FailureLines(Consumer<String> log) {
        this.log = log;
    }

    /** For pulls and pushes: without what old versions say of every copy, signed or not. */
    static Consumer<String> ofCopy(Consumer<String> log) {
        return line -> {
            if (!line.equals("Storing signatures")) {
                log.accept(line);
            }
        };
    }

    @Override
    public void accept(String line) {
        if (STEP_END.matcher(line).matches()) {
            stepEnds.add(line);
        } else if (ANNOUNCEMENT.matcher(line).matches()) {
            held.add(line);
        } else {
            release(held);
            log.accept(line);
        }
    }

    /** The program has succeeded: nothing was a failure. */
    void flush() {
        release(held);
        release(stepEnds);
    }

    private void release(List<String> lines) {
        lines.forEach(log);
        lines.clear();
    }

    /** Where there is no OCI runtime buildah leaves the middle part out; the words shall not depend on the isolation. */
    private static String asWithRuntime(String message) {
        return STEP_STATUS.matcher(message).replaceFirst("$1: while running runtime: $2");
    }

    /** The program has failed: what it said last about that. */
    String message(String otherwise) {
        return held.stream()
                .filter(line -> line.startsWith("Error: "))
                .reduce((first, last) -> last)
                .map(line -> line.substring("Error: ".length()))
                .map(FailureLines::asWithRuntime)
                .orElse(otherwise);
    }
}
