package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags of {@code delete} alone: how, and how patiently. */
public final class DeleteFlags {
    private static final Map<String, String> POLICIES =
            Map.of("background", "Background", "foreground", "Foreground", "orphan", "Orphan");

    @Option(names = "--all", description = "All objects of the type in the namespace.")
    boolean all;

    @Option(
            names = "--cascade",
            paramLabel = "background|foreground|orphan",
            arity = "0..1",
            preprocessor = AttachedValue.class,
            fallbackValue = "background",
            description = "What becomes of objects that the deleted one owns. Default: background")
    String cascade = "background";

    @Option(names = "--force", description = "Remove at once, without waiting for what runs to end.")
    boolean force;

    @Option(
            names = "--grace-period",
            paramLabel = "SECONDS",
            defaultValue = "-1",
            description = "How long what runs has to end; negative for its own choice, 0 only with --force.")
    int gracePeriod;

    @Option(names = "--now", description = "The same as --grace-period=1.")
    boolean now;

    @Option(
            names = "--ignore-not-found",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "An object that is missing already is no failure; so it is with --all and selectors.")
    Boolean ignoreNotFound;

    @Option(
            names = {"-i", "--interactive"},
            description = "Show what would be deleted and ask first.")
    boolean interactive;

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "Return when the objects are gone. Default: true, but false with --force")
    Boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "0s",
            description = "How long to wait for the objects to be gone, as in 30s; 0s waits a week.")
    Duration timeout;

    @Option(names = "--raw", paramLabel = "PATH", description = "Delete at this path of the server; print its answer.")
    String raw;

    /** Puts the flags in order that say the same in several ways, and refuses what contradicts itself. */
    void check(PrintStream err) {
        if (now && gracePeriod != -1) {
            throw new CommandFailure("--now and --grace-period cannot be specified together");
        }
        if (force && gracePeriod > 0) {
            throw new CommandFailure("--force and --grace-period greater than 0 cannot be specified together");
        }
        if (now || gracePeriod == 0 && !force) {
            // Zero would remove what still runs from the list without ending it; without --force that is not meant.
            gracePeriod = 1;
        }
        if (force && gracePeriod < 0) {
            gracePeriod = 0;
        }
        checkCascade(err);
    }

    private void checkCascade(PrintStream err) {
        if (cascade.equals("true") || cascade.equals("false")) {
            String named = cascade.equals("true") ? "background" : "orphan";
            err.println("warning: --cascade=" + cascade
                    + " is deprecated (boolean value) and can be replaced with --cascade=" + named + ".");
            cascade = named;
        }
        if (!POLICIES.containsKey(cascade)) {
            throw new CommandFailure(
                    "invalid cascade value (" + cascade + "). Must be \"background\", \"foreground\", or \"orphan\"");
        }
    }

    /** The body of a delete request. */
    ObjectNode options() {
        ObjectNode options = Json.object().put("propagationPolicy", POLICIES.get(cascade));
        return gracePeriod < 0 ? options : options.put("gracePeriodSeconds", gracePeriod);
    }

    boolean waits() {
        return wait == null ? !force : wait;
    }
}
