package dev.s2ioc.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Asks twenty rules of a {@code .dockerignore} for each of 1,000 paths; the result is the time for one path. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IgnoringBench {
    private static final int PATHS = 1000;

    private final List<String> paths = new ArrayList<>();
    private Selection selection;

    @Setup
    public void read() throws IOException {
        Path root = Files.createTempDirectory("ignoring");
        Path file = root.resolve(".dockerignore");
        StringBuilder rules = new StringBuilder("**/node_modules\n*.log\n!keep.log\ntarget/*\n");
        for (int i = 0; i < 16; i++) {
            rules.append("module").append(i).append("/**/*.tmp\n");
        }
        Files.writeString(file, rules);
        selection = Selection.without(Pattern.compile("(^|/)\\.git(/|$)")).ignoring(root, ".dockerignore", "");
        Files.delete(file);
        Files.delete(root);
        for (int i = 0; i < PATHS; i++) {
            paths.add("module" + i % 16 + "/src/main/java/org/example/part" + i + "/File"
                    + (i % 7 == 0 ? ".tmp" : ".java"));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PATHS)
    public int ask() throws IOException {
        int dropped = 0;
        for (String path : paths) {
            dropped += selection.dropping(path, false).isPresent() ? 1 : 0;
        }
        return dropped;
    }
}
