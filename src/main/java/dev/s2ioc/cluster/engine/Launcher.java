package dev.s2ioc.cluster.engine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts {@code container.pl} and returns when the container's program runs, or fails with what was in its way. Both talk
 * over a socket, which the program's beginning closes.
 */
final class Launcher {
    /** What the name of a socket may be long. */
    private static final int LONGEST_SOCKET = 100;

    private final Path directory;
    private final Map<String, String> environment;

    /** @param directory for sockets and sheets, short-lived all of them */
    Launcher(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** @param argv the way into the namespaces up to the script's task; the sheet is added */
    RunningProgram start(List<String> argv, Sheet sheet, boolean stdin, boolean terminal, Output output)
            throws EngineException, InterruptedException {
        String key = UUID.randomUUID().toString().substring(0, 8);
        Path socket = socket(key);
        Path file = directory.resolve(key + ".sheet");
        sheet.add("socket", socket.toString())
                .add("terminal", terminal ? "1" : "")
                .write(file);
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Process outer = process(argv, file, stdin && !terminal);
            outer.onExit().thenRun(() -> close(server));
            return talk(server, outer, stdin, terminal, output);
        } catch (IOException e) {
            throw new EngineException("the container cannot be started: " + e.getMessage(), e);
        } finally {
            delete(socket);
            delete(file);
        }
    }

    private Path socket(String key) {
        Path here = directory.resolve(key);
        boolean fits = here.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET;
        return fits ? here : Path.of("/tmp", "s2ioc-" + key);
    }

    private Process process(List<String> argv, Path sheet, boolean stdin) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(argv);
        builder.command().add(sheet.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        if (!stdin) {
            builder.redirectInput(new File("/dev/null"));
        }
        return builder.start();
    }

    private static RunningProgram talk(
            ServerSocketChannel server, Process outer, boolean stdin, boolean terminal, Output output)
            throws IOException, EngineException, InterruptedException {
        Optional<Terminal> screen = Optional.empty();
        boolean runs = false;
        try (SocketChannel talk = server.accept()) {
            BufferedReader answers = new BufferedReader(Channels.newReader(talk, StandardCharsets.US_ASCII));
            String pid = answers.readLine();
            if (pid == null) {
                throw failure(outer);
            }
            ProcessHandle program = ProcessHandle.of(Long.parseLong(pid)).orElseThrow(Launcher::gone);
            if (terminal) {
                screen = Optional.of(
                        Terminal.open(Path.of("/proc", String.valueOf(program.pid()), "root", "dev/pts/ptmx")));
            }
            String number = screen.map(Terminal::number).orElse(0) + "\n";
            talk.write(ByteBuffer.wrap(number.getBytes(StandardCharsets.US_ASCII)));
            runs = answers.readAllLines().equals(List.of("exec"));
            if (runs) {
                return new RunningProgram(outer, List.of(program), screen, stdin, output);
            }
            throw failure(outer);
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException(e.getMessage());
        } catch (ClosedChannelException e) {
            throw failure(outer);
        } finally {
            if (!runs) {
                end(outer, screen);
            }
        }
    }

    private static EngineException failure(Process outer) throws IOException {
        String said = new String(outer.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return said.isEmpty() ? gone() : new EngineException(said);
    }

    private static EngineException gone() {
        return new EngineException("the container's first process ended before its program");
    }

    private static void end(Process outer, Optional<Terminal> screen) throws IOException {
        outer.descendants().toList().forEach(ProcessHandle::destroyForcibly);
        outer.destroyForcibly();
        if (screen.isPresent()) {
            screen.get().close();
        }
    }

    private static void close(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) throws EngineException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new EngineException("cannot remove " + file + ": " + e.getMessage(), e);
        }
    }
}
