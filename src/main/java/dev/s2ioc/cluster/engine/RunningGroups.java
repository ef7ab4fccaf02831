package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Notes of the process groups that run, in a directory: what a killed cluster left running, its successor can end. */
final class RunningGroups {
    private final Path directory;

    RunningGroups(Path directory) {
        this.directory = directory;
    }

    void add(ProcessHandle leader) throws EngineException {
        try {
            Files.createDirectories(directory);
            Files.writeString(note(leader), startOf(leader));
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    void remove(ProcessHandle leader) {
        forget(note(leader));
    }

    /** Ends what an earlier process left running. */
    void endLeftOvers() throws EngineException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> notes = Files.list(directory)) {
            for (Path note : notes.toList()) {
                endLeftOver(Long.parseLong(note.getFileName().toString()), Files.readString(note));
                forget(note);
            }
        } catch (IOException e) {
            throw new EngineException("cannot read " + directory + ": " + e.getMessage(), e);
        }
    }

    /** A living leader of another start is somebody else's process; a group whose leader has gone is still the old one. */
    private static void endLeftOver(long group, String start) {
        ProcessHandle.of(group)
                .ifPresentOrElse(
                        leader -> {
                            if (startOf(leader).equals(start)) {
                                kill(leader);
                            }
                        },
                        () -> killGroup(group));
    }

    static void kill(ProcessHandle leader) {
        List<ProcessHandle> children = leader.descendants().toList();
        killGroup(leader.pid());
        leader.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void killGroup(long group) {
        try {
            new ProcessBuilder("sh", "-c", "kill -9 -- -" + group)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end process group " + group, e);
        }
    }

    private Path note(ProcessHandle leader) {
        return directory.resolve(Long.toString(leader.pid()));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private static void forget(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
