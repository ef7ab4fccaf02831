package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What buildah's steps are kept apart from the machine with: an OCI runtime that is seen to work here, or chroot, which works wherever
 * buildah does but shows the machine's /proc and /dev.
 *
 * @param runtime the program; empty for chroot
 * @param state where the runtime notes what it runs, nobody else's containers among them
 */
record StepIsolation(Optional<Path> runtime, Path state) {
    private static final List<String> RUNTIMES = List.of("runc", "crun");

    /** Where programs are, on every Linux that has buildah as a package. */
    private static final List<String> SYSTEM = List.of("/bin", "/lib", "/lib64", "/nix", "/usr");

    /** Tries the runtimes. What has once worked is believed for as long as it, buildah and the kernel stay what they are. */
    static StepIsolation find(EngineSettings settings, BuildahCommand buildah, String version)
            throws EngineException, InterruptedException {
        Path state = settings.directory().resolve("runtime");
        Path note = settings.directory().resolve("isolation");
        for (String name : RUNTIMES) {
            Optional<Path> program = settings.programs().findOfSystem(name);
            if (program.isEmpty()) {
                continue;
            }
            StepIsolation isolation = new StepIsolation(program, state);
            String key = key(program.get(), version);
            if (key.equals(read(note))) {
                return isolation;
            }
            if (isolation.works(buildah)) {
                write(note, key);
                return isolation;
            }
        }
        return new StepIsolation(Optional.empty(), state);
    }

    private static String key(Path program, String version) throws EngineException {
        try {
            return program.toRealPath() + " " + Files.size(program) + " " + Files.getLastModifiedTime(program) + " "
                    + version + " " + System.getProperty("os.version");
        } catch (IOException e) {
            throw new EngineException("cannot read " + program + ": " + e.getMessage(), e);
        }
    }

    private static String read(Path note) throws EngineException {
        try {
            return Files.exists(note) ? Files.readString(note) : "";
        } catch (IOException e) {
            throw new EngineException("cannot read " + note + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path note, String key) throws EngineException {
        try {
            Files.writeString(note, key);
        } catch (IOException e) {
            throw new EngineException("cannot write to " + note + ": " + e.getMessage(), e);
        }
    }

    /** Runs one of this machine's programs in a container of nothing. */
    private boolean works(BuildahCommand buildah) throws EngineException, InterruptedException {
        List<String> container = new ArrayList<>();
        buildah.call(List.of("from", "scratch"), container::add);
        List<String> run = new ArrayList<>(List.of("run"));
        run.addAll(flags());
        SYSTEM.stream()
                .filter(directory -> Files.isDirectory(Path.of(directory)))
                .forEach(directory -> run.add("--volume=" + directory + ":" + directory + ":ro"));
        run.addAll(List.of(container.getLast(), "--", "/bin/sh", "-c", "exit 0"));
        try {
            return buildah.run(run, line -> {}) == 0;
        } finally {
            buildah.call(List.of("rm", container.getLast()), line -> {});
        }
    }

    /** For `bud` and `run`. */
    List<String> flags() {
        return runtime.map(program -> List.of(
                        "--isolation=oci", "--runtime=" + program, "--runtime-flag=root=" + state, "--network=host"))
                .orElse(List.of("--isolation=chroot", "--network=host"));
    }

    String describe() {
        return runtime.map(program -> program.getFileName().toString()).orElse("chroot") + " isolation";
    }

    /** Ends what a buildah that was killed has left; nothing else may be running. */
    void endLeftOvers(Subprocess subprocess) throws EngineException, InterruptedException {
        if (runtime.isEmpty() || Files.notExists(state)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> notes = Files.list(state)) {
            left = notes.toList();
        } catch (IOException e) {
            throw new EngineException("cannot read " + state + ": " + e.getMessage(), e);
        }
        for (Path note : left) {
            String id = note.getFileName().toString();
            subprocess.call(
                    List.of(runtime.get().toString(), "--root=" + state, "delete", "--force", id),
                    "removing container " + id,
                    line -> {});
        }
    }
}
