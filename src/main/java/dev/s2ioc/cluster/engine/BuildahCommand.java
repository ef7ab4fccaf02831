package dev.s2ioc.cluster.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs buildah on the cluster's own storage. */
record BuildahCommand(Subprocess subprocess, Path storage, String driver) {

    void call(List<String> arguments, Consumer<String> log) throws EngineException, InterruptedException {
        subprocess.call(argv(arguments), "buildah " + arguments.getFirst(), log);
    }

    int run(List<String> arguments, Consumer<String> lines) throws EngineException, InterruptedException {
        return subprocess.run(argv(arguments), lines);
    }

    List<String> argv(List<String> arguments) {
        List<String> argv = new ArrayList<>(List.of(
                "buildah",
                "--log-level=error",
                "--root=" + storage.resolve("root"),
                "--runroot=" + storage.resolve("run"),
                "--storage-driver=" + driver));
        argv.addAll(arguments);
        return argv;
    }
}
