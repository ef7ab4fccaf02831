package dev.s2ioc.command;

import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.source.Pipe;
import dev.s2ioc.source.Unpacking;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Copies a file or directory of a container to this machine, with the container's tar; goes on where it was broken off. */
final class CopyFromPod {
    private final CommandContext context;
    private final PodCommand pod;
    private final String namespace;
    private final int retries;

    CopyFromPod(CommandContext context, PodCommand pod, String namespace, int retries) {
        this.context = context;
        this.pod = pod;
        this.namespace = namespace;
        this.retries = retries;
    }

    void copy(FileSpec from, Path to) throws IOException {
        String prefix = withoutDots(from.file());
        // What is copied to a directory that is there keeps its name there, as with cp itself.
        Path target = Files.isDirectory(to) && !from.base().matches("\\.{0,2}") && isFile(from)
                ? to.resolve(from.base())
                : to;
        try (Pipe archive = new Pipe(out -> fetch(from, out))) {
            unpack(archive, new Unpacking(target, prefix, false, false, new Report(from)));
        }
    }

    /** Unpacks what a command sends, and fails as the command does. */
    static void unpack(Pipe archive, Unpacking unpacking) throws IOException {
        try {
            unpacking.unpack(archive);
            // The command may still fail behind the end of its archive.
            archive.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An archive that breaks off is what comes of a command that fails.
            if (archive.failure().orElse(e) instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private boolean isFile(FileSpec from) throws IOException {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return pod.run(List.of("test", "-f", from.file()), Optional.empty(), nowhere, nowhere) == 0;
    }

    private void fetch(FileSpec from, OutputStream out) throws IOException {
        Counted counted = new Counted(out);
        for (int attempt = 0; ; ) {
            try {
                int code = pod.run(
                        command(from, counted.count()),
                        Optional.empty(),
                        counted,
                        context.streams().err());
                if (code != 0) {
                    throw PodCommand.ended(code);
                }
                return;
            } catch (ConnectionException e) {
                if (retries >= 0 && attempt >= retries) {
                    if (retries > 0) {
                        context.streams().err().println("Dropping out copy after " + attempt + " retries");
                    }
                    throw e;
                }
                attempt++;
                context.streams()
                        .err()
                        .println("Resuming copy at " + counted.count() + " bytes, retry " + attempt + "/" + retries);
            }
        }
    }

    private List<String> command(FileSpec from, long arrived) {
        if (retries == 0) {
            return List.of("tar", "cf", "-", from.file());
        }
        String quoted = "'" + from.file().replace("'", "'\\''") + "'";
        return List.of("sh", "-c", "tar cf - " + quoted + " | tail -c+" + (arrived + 1));
    }

    /** As tar names what it is told to pack: without what leads up or makes it absolute. */
    private static String withoutDots(String file) {
        String clean =
                Path.of("/").resolve(file.replaceFirst("^/+", "")).normalize().toString();
        return clean.replace('\\', '/').replaceFirst("^/+", "");
    }

    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long count;

        Counted(OutputStream out) {
            this.out = out;
        }

        long count() {
            return count;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    /** Says what is not copied, and the first time how it could be. */
    private final class Report implements Unpacking.Listener {
        private final FileSpec from;
        private boolean advised;

        Report(FileSpec from) {
            this.from = from;
        }

        @Override
        public void unpacked(String name) {
            // Copying is silent.
        }

        @Override
        public void skipped(String warning) {
            PrintStream err = context.streams().err();
            boolean advise = !advised && warning.startsWith("skipping symlink");
            advised |= advise;
            err.println("warning: " + warning
                    + (advise
                            ? " (consider using \"s2ioc exec -n \"" + namespace + "\" \""
                                    + from.pod().orElseThrow() + "\" -- tar cf - \"" + from.file()
                                    + "\" | tar xf -\")"
                            : ""));
        }
    }
}
