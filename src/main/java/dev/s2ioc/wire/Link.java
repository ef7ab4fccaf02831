package dev.s2ioc.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;

/** A connection to a server, which carries blocks of bytes both ways. Closing it wakes who reads. */
interface Link extends Closeable {

    /** Waits for at least one byte; -1 at the end. */
    int read(byte[] bytes, int offset, int length) throws IOException;

    void write(byte[] bytes, int offset, int length) throws IOException;

    /** How long a read may wait from now on; zero is for ever. */
    void readTimeout(Duration timeout) throws SocketException;
}
