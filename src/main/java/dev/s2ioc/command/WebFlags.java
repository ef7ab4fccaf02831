package dev.s2ioc.command;

import picocli.CommandLine.Option;

/** How to log in with a browser. */
final class WebFlags {

    @Option(
            names = {"-w", "--web"},
            description = "Log in with a web browser.")
    boolean wanted;

    @Option(
            names = {"-c", "--callback-port"},
            paramLabel = "PORT",
            description =
                    "With --web: the port on this machine that the browser is sent back to; any free one unless given.")
    Integer callbackPort;

    @Option(
            names = "--auto-open-browser",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description =
                    "With --web: open the browser, instead of only printing the address. Default: ${DEFAULT-VALUE}")
    boolean autoOpen;
}
