package dev.s2ioc.command;

import dev.s2ioc.newapp.Assignments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that set environment variables of what is created. */
public final class EnvironmentFlags {

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "An environment variable; may be repeated; - reads lines from standard input.")
    List<String> variables = List.of();

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "A file of NAME=VALUE lines, environment variables; - is standard input.")
    List<String> files = List.of();

    /** All variables: those of files first, so that a flag or an argument can replace them. */
    Assignments read(CommandContext context, List<String> arguments) throws IOException {
        return read(files, variables, arguments, context);
    }

    /** The assignments of files, where {@code -} is standard input, then of flags, then of arguments. */
    static Assignments read(List<String> files, List<String> variables, List<String> arguments, CommandContext context)
            throws IOException {
        InputStream input = context.streams().in();
        List<String> all = new ArrayList<>();
        for (String file : files) {
            all.addAll(lines(file.equals("-") ? text(input) : text(file, context)));
        }
        for (String variable : variables) {
            all.addAll(variable.equals("-") ? lines(text(input)) : List.of(variable));
        }
        all.addAll(arguments);
        return Assignments.environment(all);
    }

    static String text(InputStream input) throws IOException {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String text(String file, CommandContext context) throws IOException {
        Path path = context.surroundings().resolve(file);
        if (!Files.exists(path)) {
            throw new CommandFailure("Cannot stat \"" + file + "\": stat " + file + ": no such file or directory");
        }
        if (Files.isDirectory(path)) {
            throw new CommandFailure("\"" + file + "\" is not a file of NAME=VALUE lines");
        }
        return Files.readString(path);
    }

    private static List<String> lines(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
