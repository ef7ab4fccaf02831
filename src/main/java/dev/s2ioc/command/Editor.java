package dev.s2ioc.command;

import dev.s2ioc.console.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The user's editor: {@code OC_EDITOR}, {@code KUBE_EDITOR} or {@code EDITOR}, else vi. */
final class Editor {
    private final Surroundings surroundings;
    private final String program;

    Editor(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.program = Stream.of("OC_EDITOR", "KUBE_EDITOR", "EDITOR")
                .map(surroundings::variable)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("vi");
    }

    /** Lets the user edit a file; returns when the editor has ended. */
    void open(Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words(file)).inheritIO();
        builder.directory(surroundings.workingDirectory().toFile());
        builder.environment().clear();
        builder.environment().putAll(surroundings.environment());
        int code;
        try {
            code = builder.start().waitFor();
        } catch (IOException e) {
            throw new CommandFailure(
                    "unable to launch the editor \"" + program + "\"\nName another one by the variable EDITOR.", e);
        }
        if (code != 0) {
            throw new CommandFailure("there was a problem with the editor \"" + program + "\": it ended with " + code);
        }
    }

    /** Quotes need a shell; a plain program with arguments does not. */
    private List<String> words(Path file) {
        if (program.matches(".*[\"'\\\\].*")) {
            return List.of("/bin/sh", "-c", program + " \"$1\"", "editor", file.toString());
        }
        List<String> words = new ArrayList<>(List.of(program.strip().split(" +")));
        words.add(file.toString());
        return words;
    }
}
