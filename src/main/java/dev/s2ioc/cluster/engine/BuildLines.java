package dev.s2ioc.cluster.engine;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads along what docker says of a build: passes the lines on without their colours, and knows what a failing build has left. */
final class BuildLines implements Consumer<String> {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern STEP = Pattern.compile("Step \\d+/\\d+ : (\\w+).*");
    private static final Pattern MADE = Pattern.compile(" ---> ([0-9a-f]{12})");

    private final Consumer<String> log;
    private boolean making;
    private Optional<String> made = Optional.empty();

    BuildLines(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public void accept(String line) {
        Matcher step = STEP.matcher(line);
        Matcher image = MADE.matcher(line);
        if (step.matches()) {
            making = !step.group(1).equalsIgnoreCase("FROM");
            made = making ? made : Optional.empty();
        } else if (making && image.matches()) {
            made = Optional.of(image.group(1));
        }
        log.accept(COLOUR.matcher(line).replaceAll(""));
    }

    /** The id of what was made last and has no name; what a build begins with is not its own. */
    Optional<String> remains() {
        return made;
    }
}
