package dev.s2ioc.command;

import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Selection;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;

/** The flag of commands that find their pod by the object in a file. */
final class TargetFileFlags {

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            split = ",",
            description = "A file with the object whose pod is meant, instead of its name.")
    List<String> files = List.of();

    boolean isSet() {
        return !files.isEmpty();
    }

    /** The object of the file, as the words of a command would name it. */
    List<String> words(CommandContext context) throws IOException, InterruptedException {
        FilenameFlags flags = new FilenameFlags();
        flags.files = files;
        List<Manifest> manifests = flags.read(context);
        if (manifests.size() != 1) {
            throw new CommandFailure("cannot work in " + manifests.size() + " objects at a time: "
                    + String.join(", ", files) + " must hold exactly one");
        }
        Targets.requireNamespace(manifests.getFirst(), context.flags().namespace);
        Selection object = Selection.of(manifests.getFirst(), context.session().discovery());
        return List.of(object.type().qualified() + "/" + object.name().orElseThrow());
    }
}
