package dev.s2ioc.command;

import dev.s2ioc.newapp.Assignments;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that set environment variables of builds. */
public final class BuildEnvironmentFlags {

    @Option(
            names = "--build-env",
            paramLabel = "NAME=VALUE",
            description = "An environment variable of the builds; may be repeated; - reads lines from standard input.")
    List<String> variables = List.of();

    @Option(
            names = "--build-env-file",
            paramLabel = "FILE",
            description = "A file of NAME=VALUE lines, environment variables of the builds; - is standard input.")
    List<String> files = List.of();

    Assignments read(CommandContext context) throws IOException {
        return EnvironmentFlags.read(files, variables, List.of(), context);
    }
}
