package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The flags that give values to a template's parameters. */
public final class TemplateParameterFlags {

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "A parameter's value; may be repeated.")
    List<String> values = List.of();

    @Option(
            names = "--param-file",
            paramLabel = "FILE",
            description = "A file of NAME=VALUE lines, - for standard input; may be repeated."
                    + " Values from flags and arguments go before.")
    List<String> files = List.of();

    @Option(
            names = "--ignore-unknown-parameters",
            description = "Let pass values for parameters that the template does not have.")
    boolean ignoreUnknown;

    /** Sets the values in the template; what has a value is not generated. */
    void setIn(JsonNode template, List<String> arguments, CommandContext context) throws IOException {
        Map<String, String> given = given(arguments);
        for (String file : files) {
            for (Map.Entry<String, String> line : read(file, context).entrySet()) {
                if (given.putIfAbsent(line.getKey(), line.getValue()) != null) {
                    context.streams()
                            .err()
                            .println("warning: Template parameter \"" + line.getKey()
                                    + "\" already defined, ignoring value from file \"" + file + "\"");
                }
            }
        }
        for (JsonNode each : template.path("parameters")) {
            String value = given.remove(each.path("name").asText());
            if (value != null && each instanceof ObjectNode parameter) {
                parameter.put("value", value).remove("generate");
            }
        }
        if (!given.isEmpty() && !ignoreUnknown) {
            String name = given.keySet().iterator().next();
            throw new CommandFailure(
                    "unknown parameter name \"" + name + "\"\nThe template has: " + names(template.path("parameters")));
        }
    }

    private static String names(JsonNode parameters) {
        return parameters.isEmpty()
                ? "no parameters"
                : String.join(
                        ", ",
                        parameters
                                .valueStream()
                                .map(each -> each.path("name").asText())
                                .toList());
    }

    private Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        Set<String> repeated = new TreeSet<>();
        for (List<String> source : List.of(values, arguments)) {
            for (String pair : source) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw new CommandFailure("invalid parameter assignment in \"" + pair + "\": it must be NAME=VALUE");
                }
                if (given.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                    repeated.add(pair.substring(0, equals));
                }
            }
        }
        if (!repeated.isEmpty()) {
            throw new CommandFailure(
                    "The following parameters were provided more than once: " + String.join(", ", repeated));
        }
        return given;
    }

    private static Map<String, String> read(String file, CommandContext context) throws IOException {
        Path path = context.surroundings().resolve(file);
        if (!file.equals("-") && (!Files.exists(path) || Files.isDirectory(path))) {
            throw new CommandFailure(
                    Files.exists(path)
                            ? "\"" + file + "\" is not a file of NAME=VALUE lines"
                            : "Cannot stat \"" + file + "\": stat " + file + ": no such file or directory");
        }
        String text = file.equals("-")
                ? new String(context.streams().in().readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(path);
        Map<String, String> read = new LinkedHashMap<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String assignment = line.startsWith("export ") ? line.substring(7).strip() : line;
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure("Cannot read variables from file \"" + file
                        + "\": Can't separate key from value in the line: " + line);
            }
            read.put(
                    assignment.substring(0, equals).strip(),
                    unquoted(assignment.substring(equals + 1).strip()));
        }
        return read;
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != value.charAt(value.length() - 1)) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        return switch (value.charAt(0)) {
            case '\'' -> inner;
            case '"' -> inner.replace("\\n", "\n").replace("\\\"", "\"");
            default -> value;
        };
    }
}
