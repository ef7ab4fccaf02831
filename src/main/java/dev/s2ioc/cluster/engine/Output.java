package dev.s2ioc.cluster.engine;

import java.io.IOException;

/** Takes what a program writes. Bytes are the caller's after the call: copy what is kept. */
@FunctionalInterface
public interface Output {

    /** Blocking slows the program down. Failing ends the program. */
    void write(Stream stream, byte[] bytes, int offset, int length) throws IOException;

    /** With a terminal everything comes on stdout. */
    enum Stream {
        STDOUT,
        STDERR
    }
}
