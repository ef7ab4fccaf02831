package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags of all commands that may delete: what becomes of the rest, and how long it may take. */
public final class DeletionFlags {
    private static final Map<String, String> POLICIES =
            Map.of("background", "Background", "foreground", "Foreground", "orphan", "Orphan");

    @Option(
            names = "--cascade",
            paramLabel = "background|foreground|orphan",
            arity = "0..1",
            preprocessor = AttachedValue.class,
            fallbackValue = "background",
            description = "What becomes of objects that a deleted one owns. Default: background")
    String cascade = "";

    @Option(
            names = "--grace-period",
            paramLabel = "SECONDS",
            defaultValue = "-1",
            description = "How long what runs has to end; negative for its own choice, 0 only with --force.")
    int gracePeriod = -1;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "0s",
            description = "How long to wait for the objects to be gone, as in 30s; 0s waits a week.")
    Duration timeout = Duration.ZERO;

    /** Whether any of them is set. */
    boolean areSet() {
        return !cascade.isEmpty() || gracePeriod != -1 || !timeout.isZero();
    }

    /** Reads the old spelling too, and refuses what is neither. */
    void check(PrintStream err) {
        if (cascade.equals("true") || cascade.equals("false")) {
            String named = cascade.equals("true") ? "background" : "orphan";
            err.println("warning: --cascade=" + cascade
                    + " is deprecated (boolean value) and can be replaced with --cascade=" + named + ".");
            cascade = named;
        }
        if (!cascade.isEmpty() && !POLICIES.containsKey(cascade)) {
            throw new CommandFailure(
                    "invalid cascade value (" + cascade + "). Must be \"background\", \"foreground\", or \"orphan\"");
        }
    }

    /** The body of a delete request. */
    ObjectNode options() {
        ObjectNode options = Json.object().put("propagationPolicy", POLICIES.getOrDefault(cascade, "Background"));
        return gracePeriod < 0 ? options : options.put("gracePeriodSeconds", gracePeriod);
    }
}
