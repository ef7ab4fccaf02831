package dev.s2ioc.command;

import dev.s2ioc.console.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds kustomizations with the program that the user has for it: kustomize, or kubectl, which contains one. */
final class Kustomize {

    private Kustomize() {}

    /** The objects of a kustomization, as YAML. */
    static String build(String directory, CommandContext context) throws IOException, InterruptedException {
        Programs programs = new Programs(context.surroundings());
        List<String> command = command(programs);
        command.add(directory);
        Programs.Output output = programs.output(command);
        if (output.code() != 0) {
            throw new CommandFailure("the kustomization " + directory + " could not be built: "
                    + reason(output.complaints())
                            .orElse(Path.of(command.getFirst()).getFileName() + " ended with " + output.code()));
        }
        context.streams().err().print(output.complaints());
        return new String(output.printed(), StandardCharsets.UTF_8);
    }

    /** The last thing that the program said, without what it logs around it. */
    private static Optional<String> reason(String complaints) {
        return complaints
                .lines()
                .map(line -> line.replaceFirst("^[EF][0-9]{4} .*\\] \"command failed\" err=\"(.*)\"$", "$1")
                        .replace("\\\"", "\"")
                        .replaceFirst("^[Ee]rror: ", ""))
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later);
    }

    /**
     * The words that begin the command.
     *
     * @throws CommandFailure if there is no such program
     */
    static List<String> command(Programs programs) {
        Optional<Path> kustomize = programs.find("kustomize");
        if (kustomize.isPresent()) {
            return new ArrayList<>(List.of(kustomize.get().toString(), "build"));
        }
        Path kubectl = programs.find("kubectl")
                .orElseThrow(
                        () -> new CommandFailure(
                                "a kustomization is built by the program kustomize or kubectl, and"
                                        + " neither is on the PATH; install one of them, or pass what another machine has built: -f FILE"));
        return new ArrayList<>(List.of(kubectl.toString(), "kustomize"));
    }
}
