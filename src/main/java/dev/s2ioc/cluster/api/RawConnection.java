package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.BlockInput;
import dev.s2ioc.cluster.kind.BlockOutput;
import dev.s2ioc.cluster.kind.Duplex;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The bytes of a connection that has left HTTP, within its TLS. */
final class RawConnection implements Duplex {
    private final ConnectionContext context;
    private final InputStream in = new In();
    private final OutputStream out = new Out();

    RawConnection(ConnectionContext context) {
        this.context = context;
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public void close() {
        try {
            context.serverSocket().close();
        } catch (UncheckedIOException e) {
            // Who said good-bye at the same time, or was killed, has ended it already.
        }
    }

    private final class In extends BlockInput {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (length == 0) {
                return 0;
            }
            DataReader reader = context.dataReader();
            try {
                reader.ensureAvailable();
                byte[] read = reader.readBytes(Math.min(length, reader.available()));
                System.arraycopy(read, 0, bytes, offset, read.length);
                return read.length;
            } catch (DataReader.InsufficientDataAvailableException e) {
                return -1;
            } catch (CloseConnectionException | UncheckedIOException e) {
                throw new IOException("the connection is lost", e);
            }
        }
    }

    private final class Out extends BlockOutput {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                context.dataWriter().writeNow(BufferData.createReadOnly(bytes, offset, length));
            } catch (CloseConnectionException | UncheckedIOException e) {
                throw new IOException("the connection is lost", e);
            }
        }
    }
}
