package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A working container of buildah whose program runs in a pod's namespaces. */
final class BuildahContainer implements Container {
    private static final int KILLED = 137;
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** What a container has at least in its /dev; the first are other devices' places. */
    private static final List<String> DEVICES = List.of("null", "zero", "full", "random", "urandom", "tty");

    private static final Map<String, String> LINKS = Map.of(
            "ptmx", "pts/ptmx",
            "fd", "/proc/self/fd",
            "stdin", "/proc/self/fd/0",
            "stdout", "/proc/self/fd/1",
            "stderr", "/proc/self/fd/2");

    private final BuildahSandbox sandbox;
    private final ContainerSpec spec;
    private final String name;
    private final String id;
    private final Path directory;
    private volatile RunningProgram program;
    private volatile ControlGroup group = ControlGroup.NONE;
    private boolean removed;

    private BuildahContainer(BuildahSandbox sandbox, ContainerSpec spec, String name, String id) {
        this.sandbox = sandbox;
        this.spec = spec;
        this.name = name;
        this.id = id;
        this.directory = sandbox.directory().resolve(spec.name());
    }

    /** Makes its files; nothing runs yet. */
    static BuildahContainer make(BuildahSandbox sandbox, ContainerSpec spec)
            throws EngineException, InterruptedException {
        BuildahCommand buildah = sandbox.parts().buildah();
        String name = BuildahContainers.PREFIX + sandbox.spec().id() + "-" + spec.name();
        buildah.call(List.of("from", "--pull=false", "--name=" + name, spec.image()), line -> {});
        List<String> id = new ArrayList<>();
        buildah.call(List.of("inspect", "--type=container", "--format={{.ContainerID}}", name), id::add);
        return new BuildahContainer(sandbox, spec, name, id.getLast());
    }

    void start(Output output) throws EngineException, InterruptedException {
        layOut();
        BuildahContainers.Parts parts = sandbox.parts();
        group = parts.groups().make(sandbox.spec().id(), spec);
        Sheet sheet = sheet(spec.argv(), spec.terminal())
                .add("directory", directory.toString())
                .add("mount", parts.buildah().argv(List.of("mount", name)))
                .add("dev", directory.resolve("dev").toString())
                .add("shm", sandbox.directory().resolve("shm").toString())
                .add("readonly", spec.readOnlyRoot() ? "1" : "");
        for (ContainerSpec.Mount mount : spec.mounts()) {
            sheet.add("source", mount.source().toString())
                    .add("destination", mount.destination())
                    .add("mode", mount.readOnly() ? "ro" : "rw");
        }
        List<String> argv = parts.isolation().make(sandbox.first(), sandbox.spec());
        program = parts.launcher().start(argv, sheet, spec.stdin(), spec.terminal(), output);
    }

    private Sheet sheet(List<String> argv, boolean terminal) throws EngineException {
        Sheet sheet = new Sheet()
                .add("user", spec.user())
                .add("workdir", spec.workingDirectory().isEmpty() ? "/" : spec.workingDirectory())
                .add("group", spec.groups())
                .add("cgroup", group.members())
                .add("arg", argv);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", PATH);
        environment.put("HOSTNAME", sandbox.spec().hostname());
        if (terminal) {
            environment.put("TERM", "xterm");
        }
        environment.putAll(spec.environment());
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            sheet.add("env", variable.getKey() + "=" + variable.getValue());
        }
        return sheet;
    }

    /** The places that the script mounts things at, made here where links of the image lead nowhere. */
    private void layOut() throws EngineException {
        try {
            Path dev = Files.createDirectories(directory.resolve("dev"));
            for (String device : DEVICES) {
                Files.createFile(dev.resolve(device));
            }
            for (Map.Entry<String, String> link : LINKS.entrySet()) {
                Files.createSymbolicLink(dev.resolve(link.getKey()), Path.of(link.getValue()));
            }
            Files.createDirectory(dev.resolve("pts"));
            Files.createDirectory(dev.resolve("shm"));
            Files.setPosixFilePermissions(dev, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new EngineException("cannot write to " + directory + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Exit await() throws InterruptedException {
        int code = program.await();
        try {
            return new Exit(code, code == KILLED && group.wasOutOfMemory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a pod that goes while its container is being started. */
    void awaitIfStarted() throws InterruptedException {
        RunningProgram started = program;
        if (started != null) {
            started.await();
        }
    }

    @Override
    public void stop(Duration grace) throws InterruptedException {
        program.stop(grace);
    }

    @Override
    public OutputStream stdin() {
        return program.stdin();
    }

    @Override
    public void resize(int columns, int rows) {
        program.resize(columns, rows);
    }

    @Override
    public ContainerProcess exec(List<String> argv, boolean stdin, boolean terminal, Output output)
            throws EngineException, InterruptedException {
        if (!program.isAlive()) {
            throw new EngineException("container not running (" + id + ")");
        }
        BuildahContainers.Parts parts = sandbox.parts();
        Sheet sheet = sheet(argv, terminal).add("target", Long.toString(program.pid()));
        return parts.launcher()
                .start(parts.isolation().enter(program.pid(), sandbox.spec()), sheet, stdin, terminal, output);
    }

    @Override
    public synchronized void remove() throws EngineException, InterruptedException {
        if (removed) {
            return;
        }
        if (program != null && program.isAlive()) {
            throw new EngineException("container " + id + " is running: it cannot be removed");
        }
        sandbox.parts().buildah().call(List.of("rm", id), line -> {});
        group.remove();
        sandbox.forget(this);
        removed = true;
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            throw new EngineException("cannot remove " + directory + ": " + e.getMessage(), e);
        }
    }
}
