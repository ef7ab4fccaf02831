package dev.s2ioc.command;

import picocli.CommandLine.Option;

/** The flags that see a build to its end. */
final class FollowFlags {

    @Option(
            names = {"-F", "--follow"},
            description = "Show the build's log until its end, and exit by its result: 3 if it failed, 4 if it was"
                    + " cancelled.")
    boolean follow;

    @Option(
            names = {"-w", "--wait"},
            description = "Wait for the build's end, and exit by its result: 3 if it failed, 4 if it was cancelled.")
    boolean await;

    boolean toItsEnd() {
        return follow || await;
    }
}
