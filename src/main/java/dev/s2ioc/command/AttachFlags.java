package dev.s2ioc.command;

import picocli.CommandLine.Option;

/** The flags of commands that connect with what a container runs. */
final class AttachFlags {

    @Option(
            names = {"-i", "--stdin"},
            description = "Send standard input to the container.")
    boolean stdin;

    @Option(
            names = {"-t", "--tty"},
            description = "Give the container this terminal; only with -i.")
    boolean tty;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing but what the container prints.")
    boolean quiet;

    @Option(
            names = "--detach-keys",
            paramLabel = "KEYS",
            defaultValue = DetachKeys.USUAL,
            description = "The keys that leave the container running and end this command. Default: ${DEFAULT-VALUE}")
    String detachKeys = DetachKeys.USUAL;
}
