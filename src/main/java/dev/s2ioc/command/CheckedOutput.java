package dev.s2ioc.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output that notices when nobody reads it any more, as after {@code | head}; a followed log ends then. */
final class CheckedOutput extends OutputStream {
    private final PrintStream out;

    CheckedOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        if (out.checkError()) {
            throw new IOException("write /dev/stdout: broken pipe");
        }
    }
}
