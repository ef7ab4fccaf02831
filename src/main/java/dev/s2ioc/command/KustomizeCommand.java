package dev.s2ioc.command;

import dev.s2ioc.console.Programs;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the objects of a kustomization; the work is done by the user's kustomize or kubectl. */
@Command(
        name = "kustomize",
        description = "Print the objects of a kustomization, built by the kustomize or kubectl on the PATH.",
        footer = {
            "",
            "Examples:",
            "  # Build the kustomization of the current directory",
            "  s2ioc kustomize",
            "",
            "  # Build another one into a file",
            "  s2ioc kustomize overlays/test -o test.yaml"
        })
public final class KustomizeCommand implements Action {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The directory with the kustomization, or its URL.")
    String directory = ".";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file, or one file for each object into this directory.")
    String output = "";

    @Option(names = "--enable-helm", description = "Allow charts of helm in kustomizations.")
    boolean enableHelm;

    @Option(names = "--helm-command", paramLabel = "PROGRAM", description = "The helm program.")
    String helmCommand = "";

    @Option(names = "--enable-alpha-plugins", description = "Allow plugins of kustomize.")
    boolean enableAlphaPlugins;

    @Option(
            names = "--load-restrictor",
            paramLabel = "LoadRestrictionsNone|LoadRestrictionsRootOnly",
            description = "Whether files outside of the directory may be read.")
    String loadRestrictor = "";

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "An environment variable for functions in containers; may be repeated.")
    List<String> environment = List.of();

    private final CommandContext context;

    public KustomizeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Programs programs = new Programs(context.surroundings());
        List<String> command = Kustomize.command(programs);
        command.add(directory);
        add(command, "--output", output);
        add(command, "--helm-command", helmCommand);
        add(command, "--load-restrictor", loadRestrictor);
        environment.forEach(variable -> add(command, "--env", variable));
        if (enableHelm) {
            command.add("--enable-helm");
        }
        if (enableAlphaPlugins) {
            command.add("--enable-alpha-plugins");
        }
        int code = programs.run(command, context.streams());
        if (code != 0) {
            throw CommandFailure.silent(code);
        }
    }

    private static void add(List<String> command, String flag, String value) {
        if (!value.isEmpty()) {
            command.add(flag + "=" + value);
        }
    }
}
