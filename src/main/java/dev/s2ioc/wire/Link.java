package dev.s2ioc.wire;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.time.Duration;

/** A connection to a server, as two streams of bytes. Closing it wakes who reads. */
interface Link extends Closeable {

    InputStream input();

    OutputStream output();

    /** How long a read may wait from now on; zero is for ever. */
    void readTimeout(Duration timeout) throws SocketException;
}
