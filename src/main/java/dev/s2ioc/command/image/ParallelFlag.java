package dev.s2ioc.command.image;

import dev.s2ioc.command.Parallel;
import picocli.CommandLine.Option;

/** The flag that says how much is asked of a registry at a time. */
final class ParallelFlag {

    @Option(
            names = "--max-per-registry",
            paramLabel = "N",
            defaultValue = "6",
            description = "So many requests at a time to a registry. Default: ${DEFAULT-VALUE}")
    int most;

    Parallel limit() {
        return new Parallel(most);
    }
}
