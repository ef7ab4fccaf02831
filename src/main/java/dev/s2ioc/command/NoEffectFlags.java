package dev.s2ioc.command;

import java.io.PrintStream;
import picocli.CommandLine.Option;

/** Flags that oc takes and does nothing with: scripts may give them, and are told that they are for nothing. */
public final class NoEffectFlags {

    @Option(names = "--output-version", paramLabel = "VERSION", description = "Has no effect, as in oc.")
    String outputVersion;

    @Option(
            names = {"-a", "--show-all"},
            description = "Has no effect, as in oc.")
    boolean showAll;

    @Option(names = "--show-labels", description = "Has no effect, as in oc.")
    boolean showLabels;

    void tell(PrintStream err) {
        tell(outputVersion != null, "--output-version", err);
        tell(showAll, "--show-all", err);
        tell(showLabels, "--show-labels", err);
    }

    static void tell(boolean given, String flag, PrintStream err) {
        if (given) {
            err.println("warning: " + flag + " has no effect");
        }
    }
}
