package dev.s2ioc.cluster.pod;

import dev.s2ioc.cluster.engine.Output;
import dev.s2ioc.cluster.log.LineLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Brings what a container writes to its log, line by line, and to those who are attached, as it comes. */
final class FanOut implements Output {
    private static final int LONGEST_LINE = 16 * 1024;

    private final LineLog log;
    private final List<Output> attached = new CopyOnWriteArrayList<>();
    private final Map<Stream, ByteArrayOutputStream> lines = new EnumMap<>(Stream.class);

    FanOut(LineLog log) {
        this.log = log;
        for (Stream stream : Stream.values()) {
            lines.put(stream, new ByteArrayOutputStream());
        }
    }

    void attach(Output output) {
        attached.add(output);
    }

    void detach(Output output) {
        attached.remove(output);
    }

    @Override
    public void write(Stream stream, byte[] bytes, int offset, int length) {
        for (Output output : attached) {
            try {
                output.write(stream, bytes, offset, length);
            } catch (IOException e) {
                // Who has left does not hear; the container goes on.
                attached.remove(output);
            }
        }
        ByteArrayOutputStream line = lines.get(stream);
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n' || line.size() >= LONGEST_LINE) {
                flush(line);
            }
            if (bytes[i] != '\n') {
                line.write(bytes[i]);
            }
        }
    }

    private void flush(ByteArrayOutputStream line) {
        log.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }

    /** What has no line end at the end is a line, too. */
    void finish() throws IOException {
        for (ByteArrayOutputStream line : lines.values()) {
            if (line.size() > 0) {
                flush(line);
            }
        }
        log.close();
    }
}
