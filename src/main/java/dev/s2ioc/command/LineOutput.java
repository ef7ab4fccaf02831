package dev.s2ioc.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One of several logs on one output: whole lines only, each with the log's prefix. */
final class LineOutput extends OutputStream {
    private final PrintStream out;
    private final byte[] prefix;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    LineOutput(PrintStream out, String prefix) {
        this.out = out;
        this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) throws IOException {
        line.write(b);
        if (b == '\n') {
            end();
        }
    }

    private void end() throws IOException {
        synchronized (out) {
            out.write(prefix, 0, prefix.length);
            out.write(line.toByteArray(), 0, line.size());
            if (out.checkError()) {
                throw new IOException("write /dev/stdout: broken pipe");
            }
        }
        line.reset();
    }

    /** Writes a last line that has no newline, with one: another log's line may follow. */
    @Override
    public void close() throws IOException {
        if (line.size() > 0) {
            line.write('\n');
            end();
        }
    }
}
