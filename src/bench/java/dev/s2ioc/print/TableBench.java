package dev.s2ioc.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads a page of 500 rows as it comes from a server, and prints it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TableBench {
    @Param({"CELLS", "METADATA", "OBJECTS"})
    TableReader.Keep keep;

    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    private byte[] page;
    private Table table;

    @Setup
    public void make() throws IOException {
        StringBuilder json = new StringBuilder(
                "{\"kind\":\"Table\",\"metadata\":{\"resourceVersion\":\"7\"},"
                        + "\"columnDefinitions\":[{\"name\":\"Name\",\"type\":\"string\",\"format\":\"name\"},"
                        + "{\"name\":\"Image Repository\",\"type\":\"string\"},{\"name\":\"Updated\",\"type\":\"string\"}],\"rows\":[");
        for (int i = 0; i < 500; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"cells\":[\"app-%d\",\"127.0.0.1:5000/demo/app-%d\",\"3 minutes ago\"],".formatted(i, i))
                    .append("\"object\":{\"kind\":\"PartialObjectMetadata\",\"metadata\":{\"name\":\"app-%d\","
                            .formatted(i))
                    .append("\"namespace\":\"demo\",\"uid\":\"0b52e4c8-7d0e-4c4f-9d3f-%012d\",".formatted(i))
                    .append("\"creationTimestamp\":\"2026-01-01T00:00:00Z\",\"labels\":{\"app\":\"app-%d\"}}}}"
                            .formatted(i));
        }
        page = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        table = read();
    }

    @Benchmark
    public Table read() throws IOException {
        return TableReader.read(new ByteArrayInputStream(page), keep, Instant.EPOCH);
    }

    @Benchmark
    public boolean print() {
        TableWriter writer = new TableWriter(TableOptions.PLAIN, nowhere);
        writer.startBlock("", false);
        writer.add(table);
        writer.flush();
        return writer.hasOutput();
    }
}
