package dev.s2ioc.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The flags that say for how long a build is waited for, and what becomes of it when the user does not wait any longer. */
final class WaitFlags {

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "0",
            description =
                    "Give up after so long, as in 90s or 10m, and exit with 5; the build goes on. 0 waits for ever.")
    Duration timeout;

    @Option(
            names = "--stall-timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "6m",
            description =
                    "Give up an upload of which nothing has moved for so long. Default: ${DEFAULT-VALUE}; a server"
                            + " waits 5 minutes for the build to start.")
    Duration stallTimeout;

    @Option(
            names = "--cancel-on-interrupt",
            description = "Ctrl-C cancels the build that is followed or waited for; without this it goes on. A second"
                    + " Ctrl-C ends the program at once.")
    boolean cancelOnInterrupt;
}
