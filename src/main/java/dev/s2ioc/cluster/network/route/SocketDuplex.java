package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.kind.Duplex;
import java.io.BufferedInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;

/** A socket, with TLS or without, as bytes both ways; what was read ahead is not lost. */
record SocketDuplex(Socket socket, InputStream in, OutputStream out) implements Duplex {

    static SocketDuplex of(Socket socket) throws IOException {
        OutputStream out = new FilterOutputStream(socket.getOutputStream()) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                socket.shutdownOutput();
            }
        };
        return new SocketDuplex(socket, new BufferedInputStream(socket.getInputStream()), out);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
