package dev.s2ioc.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Packs 1,000 files of 20 kB: level 0 lays the tar out, the others deflate it too. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PackingBench {
    private static final String[] WORDS =
            "public final class return new String the of for if this import java private static void { } ( ) ;"
                    .split(" ");

    @Param({"0", "1", "3", "6"})
    int level;

    private Path root;

    @Setup
    public void write() throws IOException {
        root = Files.createTempDirectory("packing");
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Path directory = Files.createDirectories(root.resolve("package" + i % 20));
            StringBuilder text = new StringBuilder();
            while (text.length() < 20_000) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(50) == 0 ? "\n" : " ");
            }
            Files.writeString(directory.resolve("File" + i + ".java"), text);
        }
    }

    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Benchmark
    public long pack() throws IOException {
        SourceTree tree = new SourceTree(root, Selection.without(Pattern.compile("(^|/)\\.git(/|$)")));
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (Archive archive = new Archive(tree, Compression.level(level), 20_000_000)) {
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                size += read;
            }
        }
        return size;
    }
}
