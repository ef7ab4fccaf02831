package dev.s2ioc.client;

import dev.s2ioc.wire.Header;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A way to bring a request to a server and the answer back. */
interface Carrier extends AutoCloseable {

    /**
     * Sends once; returns when the head of the answer is here, whatever its status.
     *
     * @param uri the request's target on the server
     */
    Answer send(Request request, URI uri, List<Header> headers) throws IOException;

    @Override
    void close();
}
