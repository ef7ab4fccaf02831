package dev.s2ioc.command;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The flags of logs that are about pods, and about several logs at a time. */
final class LogPodsFlags {

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "The logs of all pods with these labels, as in app=hello,tier!=db.")
    String selector;

    @Option(names = "--all-containers", description = "The logs of all containers of the pod, init containers too.")
    boolean allContainers;

    @Option(
            names = "--all-pods",
            description = "With deploy/NAME and the like: the logs of all its pods, with prefixes.")
    boolean allPods;

    @Option(names = "--prefix", description = "Begin each line with the pod's and the container's name.")
    boolean prefix;

    @Option(
            names = "--max-log-requests",
            paramLabel = "COUNT",
            defaultValue = "5",
            description = "How many logs may be followed at a time. Default: ${DEFAULT-VALUE}")
    int maxLogRequests;

    @Option(
            names = "--ignore-errors",
            description = "Go on with the other logs when one cannot be read; the error is printed all the same.")
    boolean ignoreErrors;

    @Option(
            names = "--pod-running-timeout",
            paramLabel = "DURATION",
            converter = DurationFlag.class,
            defaultValue = "20s",
            description = "How long to wait for the first pod of a deployment and the like. Default: ${DEFAULT-VALUE}")
    Duration podRunningTimeout;
}
