package dev.s2ioc.cluster.engine;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/** Our end of a program's terminal, made among a container's own ones. */
final class Terminal implements AutoCloseable {
    private static final long UNLOCK = 0x40045431L;
    private static final long NUMBER = 0x80045430L;
    private static final long SET_SIZE = 0x5414L;
    private static final int BUFFER = 16 * 1024;

    private final int descriptor;
    private final int number;
    private boolean closed;

    private Terminal(int descriptor, int number) {
        this.descriptor = descriptor;
        this.number = number;
    }

    /** @param multiplexer what terminals are made from: {@code ptmx} of the container, as seen from here */
    static Terminal open(Path multiplexer) throws IOException {
        int descriptor = Linux.open(multiplexer, Linux.READ_WRITE);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment number = arena.allocate(JAVA_INT);
            Linux.control(descriptor, UNLOCK, number);
            Linux.control(descriptor, NUMBER, number);
            return new Terminal(descriptor, number.get(JAVA_INT, 0));
        } catch (IOException e) {
            Linux.close(descriptor);
            throw e;
        }
    }

    /** As in the container's {@code /dev/pts/NUMBER}. */
    int number() {
        return number;
    }

    /** A terminal whose program has ended has no size, and nobody to mind. */
    synchronized void resize(int columns, int rows) throws IOException {
        if (closed) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_SHORT, 4);
            size.setAtIndex(JAVA_SHORT, 0, (short) rows);
            size.setAtIndex(JAVA_SHORT, 1, (short) columns);
            Linux.control(descriptor, SET_SIZE, size);
        }
    }

    InputStream input() {
        return new Input();
    }

    OutputStream output() {
        return new Keyboard();
    }

    private synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the program has ended");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocate(length);
            MemorySegment.copy(bytes, offset, from, ValueLayout.JAVA_BYTE, 0, length);
            for (long done = 0; done < length; ) {
                done += Linux.write(descriptor, from.asSlice(done));
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            Linux.close(descriptor);
        }
    }

    /** What the program shows, until its end. One thread reads. */
    private final class Input extends InputStream {
        private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER);

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = Linux.read(descriptor, buffer.asSlice(0, Math.min(length, BUFFER)));
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, offset, count);
            return count == 0 ? -1 : count;
        }
    }

    /** What is typed. Closing it hangs nothing up: the terminal shows on. */
    private final class Keyboard extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Terminal.this.write(bytes, offset, length);
        }
    }
}
