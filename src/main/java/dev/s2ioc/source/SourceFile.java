package dev.s2ioc.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file whose parts several threads read: opened by the first of them, closed after the last, so that all read the same file
 * even if another takes its name meanwhile.
 */
final class SourceFile {
    private final Path path;
    private FileChannel channel;
    private int readers;

    SourceFile(Path path) {
        this.path = path;
    }

    synchronized void expectReader() {
        readers++;
    }

    /** Reads as many bytes as the buffer has room for: what is appended to a file meanwhile is left out. */
    void read(long from, ByteBuffer buffer) throws IOException {
        FileChannel open = open();
        try {
            long position = from;
            while (buffer.hasRemaining()) {
                int read = open.read(buffer, position);
                if (read < 0) {
                    throw new EOFException(path + ": the file became shorter while it was being sent");
                }
                position += read;
            }
        } finally {
            done();
        }
    }

    private synchronized FileChannel open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        }
        return channel;
    }

    /** One reader less. */
    synchronized void done() throws IOException {
        readers--;
        if (readers == 0 && channel != null) {
            channel.close();
            channel = null;
        }
    }
}
