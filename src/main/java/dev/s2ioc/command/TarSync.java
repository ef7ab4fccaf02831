package dev.s2ioc.command;

import dev.s2ioc.client.StreamException;
import dev.s2ioc.source.Pipe;
import dev.s2ioc.source.PlainTar;
import dev.s2ioc.source.TransferRules;
import dev.s2ioc.source.Unpacking;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Copies everything, changed or not, with the container's tar. */
final class TarSync implements SyncStrategy {
    private static final OutputStream OUT_OF_SIGHT = OutputStream.nullOutputStream();

    private final CommandContext context;
    private final PodCommand pod;
    private final SyncFlags flags;
    private final TransferRules rules;
    private final SurplusFiles surplus;

    TarSync(CommandContext context, PodCommand pod, SyncFlags flags) {
        this.context = context;
        this.pod = pod;
        this.flags = flags;
        this.rules = new TransferRules(flags.include, flags.exclude);
        this.surplus = new SurplusFiles(pod, rules);
    }

    @Override
    public String name() {
        return "tar";
    }

    @Override
    public void copy(SyncPath from, SyncPath to) throws IOException, UnavailableException {
        if (!flags.onlyOfProgram().isEmpty()) {
            context.streams()
                    .err()
                    .println("Ignoring the following flags because they only apply to rsync: "
                            + String.join(", ", flags.onlyOfProgram()));
        }
        if (!pod.has("tar")) {
            throw new UnavailableException("tar not available in container");
        }
        if (from.isLocal()) {
            send(from, to);
        } else {
            fetch(from, to);
        }
    }

    private void send(SyncPath from, SyncPath to) throws IOException {
        Path root = context.surroundings().resolve(from.path()).normalize();
        String prefix = from.name().isEmpty() ? "" : from.name() + "/";
        Set<String> sent = new HashSet<>();
        PrintStream err = context.streams().err();
        PlainTar tar = new PlainTar(
                root,
                from.name(),
                below -> rules.take(prefix + below, Files.isDirectory(root.resolve(below))) && sent.add(prefix + below),
                file -> err.println("warning: " + file + " is neither a file, a directory nor a link; skipping"));
        // As the program rsync does; if it cannot be made, tar says that it is not there.
        pod.run(List.of("mkdir", "-p", to.path()), Optional.empty(), OUT_OF_SIGHT, OUT_OF_SIGHT);
        try (InputStream archive = new Pipe(tar)) {
            int code =
                    pod.run(unpack(to), Optional.of(archive), context.streams().out(), err);
            if (code != 0) {
                throw new CommandFailure("error extracting tar at destination directory: "
                        + PodCommand.ended(code).getMessage());
            }
        } catch (StreamException e) {
            throw new CommandFailure("error extracting tar at destination directory: " + e.getMessage(), e);
        }
        if (flags.delete) {
            surplus.deleteInPod(to.path(), from.name(), sent);
        }
    }

    private List<String> unpack(SyncPath to) {
        List<String> command = new ArrayList<>(List.of("tar", "-C", to.path(), "-o", "-x", "-f", "-"));
        if (!flags.quiet) {
            command.add("-v");
        }
        if (flags.noPerms) {
            command.add("--no-same-permissions");
        }
        return command;
    }

    private void fetch(SyncPath from, SyncPath to) throws IOException {
        List<String> command = from.isContents()
                ? List.of("tar", "-C", from.path(), "-c", "-f", "-", ".")
                : List.of("tar", "-C", from.parent(), "-c", "-f", "-", from.name());
        Path target = context.surroundings().resolve(to.path());
        Arrivals arrivals = new Arrivals();
        try (Pipe archive = new Pipe(out -> {
            int code = pod.run(command, Optional.empty(), out, context.streams().err());
            if (code != 0) {
                throw new CommandFailure("error creating remote tar of source directory: "
                        + PodCommand.ended(code).getMessage());
            }
        })) {
            CopyFromPod.unpack(archive, new Unpacking(target, "", !flags.noPerms, true, arrivals));
        }
        if (flags.delete) {
            surplus.deleteHere(target, from.name(), arrivals.names);
        }
    }

    /** Which files have come; says so unless all is to be quiet. */
    private final class Arrivals implements Unpacking.Listener {
        private final Set<String> names = new HashSet<>();

        @Override
        public boolean wants(String name, boolean directory) {
            return rules.take(name, directory) && names.add(name);
        }

        @Override
        public void unpacked(String name) {
            if (!flags.quiet) {
                context.streams().out().println(name);
            }
        }

        @Override
        public void skipped(String warning) {
            context.streams().err().println("warning: " + warning);
        }
    }
}
