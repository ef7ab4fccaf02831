package dev.s2ioc.command;

import dev.s2ioc.source.Pipe;
import dev.s2ioc.source.PlainTar;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies a file or directory of this machine into a container, with the container's tar. */
final class CopyToPod {
    private final CommandContext context;
    private final PodCommand pod;
    private final boolean noPreserve;

    CopyToPod(CommandContext context, PodCommand pod, boolean noPreserve) {
        this.context = context;
        this.pod = pod;
        this.noPreserve = noPreserve;
    }

    void copy(Path local, FileSpec from, FileSpec to) throws IOException {
        if (!Files.exists(local)) {
            throw new CommandFailure(from.file() + " doesn't exist in local filesystem");
        }
        String base = local.toAbsolutePath().normalize().getFileName().toString();
        FileSpec target = isDirectory(to) ? to.below(base) : to;
        PrintStream err = context.streams().err();
        PlainTar tar = new PlainTar(
                local,
                target.base(),
                path -> true,
                file -> err.println("warning: " + file + " is neither a file, a directory nor a link; skipping"));
        try (InputStream archive = new Pipe(tar)) {
            int code = pod.run(
                    unpack(target.parent()),
                    Optional.of(archive),
                    context.streams().out(),
                    err);
            if (code != 0) {
                throw PodCommand.ended(code);
            }
        }
    }

    private boolean isDirectory(FileSpec to) throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return pod.run(List.of("test", "-d", to.file()), Optional.empty(), nowhere, nowhere) == 0;
    }

    private List<String> unpack(String directory) {
        List<String> command = new ArrayList<>(List.of("tar"));
        if (noPreserve) {
            command.addAll(List.of("--no-same-permissions", "--no-same-owner"));
        }
        command.addAll(List.of("-xmf", "-"));
        if (!directory.isEmpty()) {
            command.addAll(List.of("-C", directory));
        }
        return command;
    }
}
