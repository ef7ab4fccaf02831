package dev.s2ioc.command;

import dev.s2ioc.newapp.AppRequest;
import dev.s2ioc.newapp.Assignments;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that name templates, and give values to their parameters. */
public final class TemplateFlags {

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "A stored template, of the project or of openshift; may be repeated.")
    List<String> templates = List.of();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A file with a template; may be repeated.")
    List<String> files = List.of();

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "A value for a parameter of the template; may be repeated.")
    List<String> parameters = List.of();

    @Option(
            names = "--param-file",
            paramLabel = "FILE",
            description = "A file of NAME=VALUE lines, values for parameters; - is standard input.")
    List<String> parameterFiles = List.of();

    @Option(
            names = "--ignore-unknown-parameters",
            description = "Leave out values for parameters that a template does not have.")
    boolean ignoreUnknown;

    AppRequest.Parameters read(CommandContext context) throws IOException {
        Assignments values = EnvironmentFlags.read(parameterFiles, parameters, List.of(), context);
        return new AppRequest.Parameters(values, ignoreUnknown);
    }
}
