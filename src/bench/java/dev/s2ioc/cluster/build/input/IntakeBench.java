package dev.s2ioc.cluster.build.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Takes in an uploaded tar.gz of 200 files of 20 kB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class IntakeBench {
    private byte[] archive;
    private Path room;

    @Setup
    public void pack() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
            byte[] content = "all that a line of source may say\n".repeat(600).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 200; i++) {
                TarArchiveEntry entry = new TarArchiveEntry("package" + i % 10 + "/File" + i + ".java");
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        archive = packed.toByteArray();
    }

    @Setup(Level.Invocation)
    public void begin() throws IOException {
        room = Files.createTempDirectory("intake");
        Files.createDirectory(room.resolve("root"));
        Files.createDirectory(room.resolve("spool"));
    }

    @TearDown(Level.Invocation)
    public void end() throws IOException {
        try (Stream<Path> all = Files.walk(room)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Benchmark
    public void extract() throws IOException, InputException {
        new Archive(new SourceTree(room.resolve("root"), room.resolve("spool"), Limits.DEFAULT))
                .extract(new ByteArrayInputStream(archive));
    }
}
