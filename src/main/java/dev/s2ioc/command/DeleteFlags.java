package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags of {@code delete} alone: how, and how patiently. */
public final class DeleteFlags {
    @Option(names = "--all", description = "All objects of the type in the namespace.")
    boolean all;

    @Option(names = "--force", description = "Remove at once, without waiting for what runs to end.")
    boolean force;

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

    @Mixin
    DeletionFlags how = new DeletionFlags();

    @Option(names = "--raw", paramLabel = "PATH", description = "Delete at this path of the server; print its answer.")
    String raw;

    /** Puts the flags in order that say the same in several ways, and refuses what contradicts itself. */
    void check(PrintStream err) {
        if (now && how.gracePeriod != -1) {
            throw new CommandFailure("--now and --grace-period cannot be specified together");
        }
        if (force && how.gracePeriod > 0) {
            throw new CommandFailure("--force and --grace-period greater than 0 cannot be specified together");
        }
        if (now || how.gracePeriod == 0 && !force) {
            // Zero would remove what still runs from the list without ending it; without --force that is not meant.
            how.gracePeriod = 1;
        }
        if (force && how.gracePeriod < 0) {
            how.gracePeriod = 0;
        }
        how.check(err);
    }

    /** The body of a delete request. */
    ObjectNode options() {
        return how.options();
    }

    boolean waits() {
        return wait == null ? !force : wait;
    }
}
