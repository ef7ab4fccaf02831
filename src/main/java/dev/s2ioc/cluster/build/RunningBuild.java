package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.RegistryLogin;
import dev.s2ioc.cluster.log.LineLog;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ScopedValue.CallableOp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** A build on its thread: runs the pipeline and writes down how it went. */
final class RunningBuild implements Runnable {
    private static final Duration FULL_DISK_RETRY = Duration.ofSeconds(2);

    private final ObjectNode build;
    private final BuildRoom room;
    private final LogSnippet snippet = new LogSnippet();
    private final Stages stages;
    private final AtomicReference<Reason> ending = new AtomicReference<>();
    private volatile Thread thread;
    private Upload upload;
    private boolean finishing;
    private Pipeline pipeline;

    RunningBuild(ObjectNode build, BuildRoom room) {
        this.build = build;
        this.room = room;
        this.stages = new Stages(room.clock());
    }

    void start() {
        thread = Thread.ofVirtual().name("build-" + key()).unstarted(this);
        thread.start();
    }

    /** Ends it before its time; with all its processes. */
    synchronized void end(Reason reason) {
        if (!finishing) {
            ending.compareAndSet(null, reason);
            thread.interrupt();
        }
    }

    /** From here on the build has its outcome, and writing that down is not disturbed. */
    private synchronized void beginToFinish() {
        finishing = true;
        Thread.interrupted();
    }

    void join(Duration patience) throws InterruptedException {
        thread.join(patience);
    }

    private Key key() {
        return Builds.key(build);
    }

    @Override
    public void run() {
        Path directory = room.directory(build);
        try (LineLog log = room.logs().open(Json.at(build, "metadata", "uid"))) {
            run(log, directory);
        } catch (IOException | UncheckedIOException e) {
            finish(Phase.Error, Reason.ClusterFault, "");
        } finally {
            beginToFinish();
            tidy(directory);
            room.ended(build);
        }
    }

    private void run(LineLog log, Path directory) {
        try {
            String digest = build(log, directory);
            finish(Phase.Complete, null, digest);
        } catch (BuildFailure e) {
            ("error: " + e.getMessage()).lines().forEach(line -> tell(log, line));
            finish(Phase.Failed, e.reason(), "");
        } catch (EngineException e) {
            tell(log, "error: no container engine can build here: " + e.getMessage());
            finish(Phase.Error, Reason.ClusterFault, "");
        } catch (InterruptedException e) {
            interrupted(log);
        } catch (IOException | RuntimeException e) {
            broken(log, e);
        }
    }

    private String build(LineLog log, Path directory)
            throws BuildFailure, EngineException, InterruptedException, IOException {
        room.entered(build);
        upload = room.uploads().of(key());
        Engine engine = room.engine();
        pipeline = new Pipeline(build, engine, directory, room, stages, line -> tell(log, line));
        return withLogin(directory, () -> pipeline.run(upload));
    }

    /** The failures of the work are its own; that it can fail in three ways is more than a scoped value's call can say. */
    private String withLogin(Path directory, Work work) throws BuildFailure, InterruptedException, IOException {
        try {
            return RegistryLogin.with(
                    directory.resolve("login"), room.login(build), room.environment(), (CallableOp<String, Exception>)
                            work::run);
        } catch (BuildFailure | InterruptedException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("nothing else is thrown", e);
        }
    }

    private static void removed(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            // Files go at the next start.
        }
    }

    /** What is done with a login. */
    private interface Work {
        String run() throws BuildFailure, InterruptedException, IOException;
    }

    /** After the outcome is known and the log complete: nobody waits for this, and what stays does no harm. */
    private void tidy(Path directory) {
        if (upload != null) {
            upload.end();
            // The request may be about to make a file; it finds the end with its next read.
            upload.whenLetGo(() -> removed(directory));
        }
        try {
            Directories.delete(directory);
            if (pipeline != null) {
                pipeline.forget();
            }
        } catch (IOException | EngineException e) {
            // Files go at the next start; an image that keeps its temporary name takes some space.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An interrupt in the middle of reading or writing a file shows as the file's failure. */
    private void broken(LineLog log, Exception failure) {
        if (ending.get() != null) {
            interrupted(log);
        } else {
            tell(log, "error: " + failure);
            finish(Phase.Error, Reason.ClusterFault, "");
        }
    }

    private void interrupted(LineLog log) {
        Reason reason = ending.get();
        if (reason == Reason.CancelledBuild) {
            finish(Phase.Cancelled, reason, "");
        } else if (reason == Reason.BuildPodDeleted) {
            finish(Phase.Error, reason, "");
        } else if (reason == Reason.GenericBuildFailed) {
            tell(log, "error: build error: the build took longer than its completionDeadlineSeconds");
            finish(Phase.Failed, reason, "");
        } else {
            finish(Phase.Error, Reason.ClusterStopped, "");
        }
    }

    private void tell(LineLog log, String line) {
        snippet.add(line);
        log.accept(line);
    }

    private void finish(Phase phase, Reason reason, String digest) {
        beginToFinish();
        while (!isWritten(phase, reason, digest)) {
            // What this build has unpacked may be what fills the disk.
            tidy(room.directory(build));
            try {
                Thread.sleep(FULL_DISK_RETRY);
            } catch (InterruptedException e) {
                // The cluster stops: the next start ends this build.
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Writes the outcome down, unless the disk is full: no build may stay without its end because of that. */
    private boolean isWritten(Phase phase, Reason reason, String digest) {
        try {
            write(phase, reason, digest);
            return true;
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.FULL) {
                throw e;
            }
            return false;
        }
    }

    private void write(Phase phase, Reason reason, String digest) {
        room.finish(build, phase, reason, status -> {
            if (!digest.isEmpty()) {
                Json.child(Json.child(status, "output"), "to").put("imageDigest", digest);
            }
            if (!stages.json().isEmpty()) {
                status.set("stages", stages.json());
            }
            if (phase == Phase.Failed || phase == Phase.Error) {
                status.put("logSnippet", snippet.text());
            }
        });
    }
}
