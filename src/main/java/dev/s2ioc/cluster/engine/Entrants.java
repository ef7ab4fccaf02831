package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Finds which process of this machine a program is that podman or docker has been told to run in a container: neither tells, and
 * neither ends it when the one leaves who wanted it. It is the process that came into the container from outside meanwhile.
 */
final class Entrants {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final Optional<ProcessHandle> first;
    private final ReentrantLock one = new ReentrantLock();

    /** @param first process of the container, where it is seen */
    Entrants(Optional<ProcessHandle> first) {
        this.first = first;
    }

    /** Starts one. Where it is not seen, because others' processes may not be looked at, nothing can be ended. */
    Entered start(Starting starting) throws EngineException, InterruptedException {
        Optional<Path> room = first.flatMap(Entrants::room);
        if (room.isEmpty() || room.equals(room(ProcessHandle.current()))) {
            return new Entered(starting.start(), List.of());
        }
        one.lockInterruptibly();
        try {
            Set<ProcessHandle> before = in(room.get());
            ClientProgram client = starting.start();
            Set<ProcessHandle> after = before;
            while (before.containsAll(after) && !client.hasEnded()) {
                Thread.sleep(LOOK_AGAIN);
                after = in(room.get());
            }
            return new Entered(
                    client,
                    after.stream().filter(each -> !before.contains(each)).toList());
        } finally {
            one.unlock();
        }
    }

    private static Set<ProcessHandle> in(Path room) {
        return ProcessHandle.allProcesses()
                .filter(process -> room(process).equals(Optional.of(room)))
                .filter(process -> !process.parent().flatMap(Entrants::room).equals(Optional.of(room)))
                .collect(Collectors.toSet());
    }

    /** Among which processes it is: those of a container see no others. */
    private static Optional<Path> room(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "ns/pid")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Starts the client that lets a program into the container. */
    interface Starting {
        ClientProgram start() throws EngineException;
    }

    /**
     * What has been started.
     *
     * @param inside the program in the container; empty where it has ended already or is not seen
     */
    record Entered(ClientProgram client, List<ProcessHandle> inside) {}
}
