package dev.s2ioc.cluster.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what a program says about its failure. */
final class Lines implements Output {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Override
    public synchronized void write(Stream stream, byte[] bytes, int offset, int length) {
        said.write(bytes, offset, length);
    }

    synchronized List<String> all() {
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
