package dev.s2ioc.command;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags of commands that work in a pod: which container, and how the pod is found. */
final class TargetFlags {

    @Option(
            names = {"-c", "--container"},
            paramLabel = "NAME",
            description = "The container; the one that the pod names as its default, else its first, unless said.")
    String container;

    @Option(
            names = "--pod-running-timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "1m0s",
            description = "How long to wait for the first pod of a deployment and the like. Default: ${DEFAULT-VALUE}")
    Duration podRunningTimeout;

    /** The pod that the words name: {@code POD}, {@code TYPE/NAME} or {@code TYPE NAME}. */
    TargetPod find(CommandContext context, List<String> words) throws InterruptedException {
        if (!podRunningTimeout.isPositive()) {
            throw new CommandFailure("--pod-running-timeout must be higher than zero");
        }
        return TargetPod.named(context.session(), words, podRunningTimeout);
    }
}
