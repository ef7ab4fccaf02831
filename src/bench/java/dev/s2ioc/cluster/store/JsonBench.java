package dev.s2ioc.cluster.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads and writes a list of 500 image streams, as the cluster does between its store and the wire. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBench {
    private ObjectNode list;
    private byte[] bytes;

    @Setup
    public void make() {
        list = Json.object().put("kind", "ImageStreamList").put("apiVersion", "image.openshift.io/v1");
        ArrayNode items = list.putArray("items");
        for (int i = 0; i < 500; i++) {
            ObjectNode item = items.addObject();
            item.putObject("metadata")
                    .put("name", "app-" + i)
                    .put("namespace", "demo")
                    .put("resourceVersion", String.valueOf(i))
                    .put("creationTimestamp", "2026-01-01T00:00:00Z");
            item.putObject("spec").putObject("lookupPolicy").put("local", false);
            item.putObject("status").put("dockerImageRepository", "127.0.0.1:5000/demo/app-" + i);
        }
        bytes = Json.bytes(list);
    }

    @Benchmark
    public JsonNode read() throws IOException {
        return Json.parse(bytes);
    }

    @Benchmark
    public byte[] write() {
        return Json.bytes(list);
    }
}
