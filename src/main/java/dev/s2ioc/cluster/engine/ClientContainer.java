package dev.s2ioc.cluster.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A container of podman's or docker's, and the program of theirs that is attached to it. */
final class ClientContainer implements Container {
    private static final Pattern NO_DIRECTORY = Pattern.compile("workdir \".*\" does not exist on container .*");

    /** From here on an exit status may be the attached program's own. */
    private static final int OWN_FAILURES = 125;

    /** What podman's conmon writes where it was started, and does not always tell podman of. */
    private static final String OUT_OF_MEMORY = "oom";

    private static final int KILLED = 137;
    private static final Set<String> NOT_BEGUN = Set.of("configured", "created", "initialized");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ClientSandbox sandbox;
    private final ContainerSpec spec;
    private final String id;
    private final Path directory;
    private volatile RunningProgram program;
    private volatile Entrants entrants;
    private boolean removed;

    private ClientContainer(ClientSandbox sandbox, ContainerSpec spec, String id) {
        this.sandbox = sandbox;
        this.spec = spec;
        this.id = id;
        this.directory = sandbox.directory().resolve(spec.name());
    }

    /** Makes it; nothing runs yet. */
    static ClientContainer create(ClientSandbox sandbox, ContainerSpec spec)
            throws EngineException, InterruptedException {
        ClientContainers.Parts parts = sandbox.parts();
        CreateArguments create = CreateArguments.of(
                spec,
                parts.imageName().apply(spec.image()),
                sandbox.shared(),
                parts.machine().obstacle().isEmpty(),
                parts.command().podman());
        List<String> arguments = new ArrayList<>(List.of("create"));
        arguments.addAll(create.list());
        String id = parts.command().with(create.environment()).make(arguments);
        ClientContainer container = new ClientContainer(sandbox, spec, id);
        try {
            Files.createDirectories(container.directory);
        } catch (IOException e) {
            throw new EngineException("cannot write to " + container.directory + ": " + e.getMessage(), e);
        }
        return container;
    }

    void start(Output output) throws EngineException, InterruptedException {
        try {
            attach(output);
        } catch (EngineException e) {
            if (!NO_DIRECTORY.matcher(e.getMessage()).matches()) {
                throw e;
            }
            makeDirectory();
            attach(output);
        }
    }

    private void attach(Output output) throws EngineException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("start", "--attach"));
        if (spec.stdin()) {
            arguments.add("--interactive");
        }
        arguments.add(id);
        ClientProgram attached = ClientProgram.start(command(), arguments, spec.stdin(), spec.terminal(), directory);
        boolean runs = false;
        try {
            entrants = new Entrants(first(attached));
            program = attached.to(output);
            runs = true;
        } finally {
            if (!runs) {
                attached.process().destroyForcibly();
            }
        }
    }

    private static EngineException failure(ClientProgram attached) throws InterruptedException {
        Lines lines = new Lines();
        attached.to(lines).await();
        return new EngineException(new ClientFailure(lines.all()).message("the container cannot be started"));
    }

    /** Waits for its beginning. The process is not seen when it has ended already, or is another machine's. */
    private Optional<ProcessHandle> first(ClientProgram attached) throws EngineException, InterruptedException {
        while (true) {
            boolean last = attached.hasEnded();
            String[] state = inspect("{{.State.Status}} {{.State.Pid}}").split(" ");
            if (!NOT_BEGUN.contains(state[0])) {
                return sandbox.parts().machine().here() ? ProcessHandle.of(Long.parseLong(state[1])) : Optional.empty();
            }
            if (last) {
                throw failure(attached);
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private String inspect(String format) throws EngineException, InterruptedException {
        return command()
                .call(List.of("container", "inspect", "--format=" + format, id))
                .getLast();
    }

    /** Podman runs no program in a directory that is not there. */
    private void makeDirectory() throws EngineException, InterruptedException {
        Lines lines = new Lines();
        RunningProgram copy = ClientProgram.start(command(), List.of("cp", "-", id + ":/"), true, false, directory)
                .to(lines);
        try (OutputStream in = copy.stdin()) {
            in.write(directory());
        } catch (IOException e) {
            // It says itself why it reads no further.
        }
        if (copy.await() != 0) {
            throw new EngineException("working directory " + spec.workingDirectory() + ": "
                    + new ClientFailure(lines.all()).message("it cannot be made"));
        }
    }

    private byte[] directory() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(spec.workingDirectory().substring(1) + "/");
            String[] ids = spec.user().split(":", 2);
            if (ids[0].matches("\\d+")) {
                entry.setUserId(Long.parseLong(ids[0]));
            }
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private ClientCommand command() {
        return sandbox.parts().command();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Exit await() throws InterruptedException {
        int code = program.await();
        if (code < OWN_FAILURES) {
            return new Exit(code, false);
        }
        try {
            command().call(List.of("wait", id));
            String[] state = inspect("{{.State.ExitCode}} {{.State.OOMKilled}}").split(" ");
            return new Exit(
                    Integer.parseInt(state[0]),
                    state[1].equals("true") || Files.exists(directory.resolve(OUT_OF_MEMORY)));
        } catch (EngineException e) {
            // It has been removed, and so ended.
            return new Exit(KILLED, false);
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
    public void stop(Duration grace) throws EngineException, InterruptedException {
        if (program.isAlive()) {
            long seconds = grace.plusMillis(999).toSeconds();
            command().call(List.of("stop", "-t", String.valueOf(seconds), id));
        }
        program.await();
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
        List<String> arguments = new ArrayList<>(List.of("exec"));
        if (stdin) {
            arguments.add("--interactive");
        }
        if (terminal) {
            arguments.add("--tty");
        }
        arguments.add(id);
        arguments.addAll(argv);
        Entrants.Entered entered =
                entrants.start(() -> ClientProgram.start(command(), arguments, stdin, terminal, directory));
        return entered.client().to(output, entered.inside());
    }

    @Override
    public synchronized void remove() throws EngineException, InterruptedException {
        if (program != null && program.isAlive()) {
            throw new EngineException("container " + id + " is running: it cannot be removed");
        }
        discard();
    }

    synchronized void discard() throws EngineException, InterruptedException {
        if (!removed) {
            removed = true;
            ClientContainers.remove(command(), List.of(id));
            sandbox.forget(this);
        }
    }
}
