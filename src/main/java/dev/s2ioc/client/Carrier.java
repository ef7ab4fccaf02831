package dev.s2ioc.client;

import dev.s2ioc.wire.Header;
import java.io.IOException;
import java.util.List;

/** A way to bring a request to a server and the answer back. */
interface Carrier extends AutoCloseable {

    /** Sends once; returns when the head of the answer is here, whatever its status. */
    Answer send(Request request, List<Header> headers) throws IOException;

    @Override
    void close();
}
