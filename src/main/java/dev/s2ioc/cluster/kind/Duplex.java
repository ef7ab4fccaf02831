package dev.s2ioc.cluster.kind;

import java.io.InputStream;
import java.io.OutputStream;

/** Bytes both ways between the ends of a connection. One thread may read while others write, one at a time. */
public interface Duplex extends AutoCloseable {
    /** Ends when the other end has nothing more to say. */
    InputStream in();

    /** What is written is on its way when write() returns, which may be as late as the other end reads. */
    OutputStream out();

    @Override
    void close();
}
