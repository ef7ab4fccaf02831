package dev.s2ioc.wire;

import io.netty.internal.tcnative.CertificateVerifier;
import io.netty.internal.tcnative.SSL;
import io.netty.internal.tcnative.SSLContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SSLException;

/** What the TLS connections of one server share. Its memory is the library's: it lasts as long as one of them does. */
final class TlsContext implements AutoCloseable {
    private static final int LONGEST_CHAIN = 10;

    private final long context;
    private long chain;
    private long key;
    private int connections;
    private boolean closed;
    private boolean freed;

    TlsContext(TlsSettings settings) throws IOException {
        try {
            context = SSLContext.make(SSL.SSL_PROTOCOL_TLSV1_2 | SSL.SSL_PROTOCOL_TLSV1_3, SSL.SSL_MODE_CLIENT);
            SSLContext.setVerify(context, SSL.SSL_CVERIFY_REQUIRED, LONGEST_CHAIN);
            SSLContext.setCertVerifyCallback(context, verifier(settings));
        } catch (Exception e) {
            throw new SSLException("TLS cannot be set up: " + e.getMessage(), e);
        }
        if (settings.identity().isPresent()) {
            try {
                identify(settings.identity().get());
            } catch (Exception e) {
                close();
                throw new SSLException("the client certificate cannot be used: " + e.getMessage(), e);
            }
        }
    }

    private static CertificateVerifier verifier(TlsSettings settings) {
        return new CertificateVerifier() {
            @Override
            public int verify(long connection, byte[][] chain, String algorithm) {
                return settings.trusted().test(List.of(chain)) ? X509_V_OK : X509_V_ERR_UNSPECIFIED;
            }
        };
    }

    private void identify(TlsSettings.Identity identity) throws Exception {
        long certificates = memory(identity.certificates());
        try {
            chain = SSL.parseX509Chain(certificates);
        } finally {
            SSL.freeBIO(certificates);
        }
        long secret = memory(identity.key());
        try {
            key = SSL.parsePrivateKey(secret, null);
        } finally {
            SSL.freeBIO(secret);
        }
    }

    private static long memory(byte[] bytes) throws Exception {
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes);
        long memory = SSL.newMemBIO();
        if (SSL.bioWrite(memory, io.netty.internal.tcnative.Buffer.address(direct), bytes.length) != bytes.length) {
            SSL.freeBIO(memory);
            throw new IOException("no memory for it");
        }
        return memory;
    }

    /** A connection's state, which is given back by {@link #free}. */
    synchronized long newConnection() throws SSLException {
        if (closed) {
            throw new SSLException("the session is closed");
        }
        long connection = SSL.newSSL(context, false);
        try {
            if (key != 0) {
                SSL.setKeyMaterial(connection, chain, key);
            }
        } catch (Exception e) {
            SSL.freeSSL(connection);
            throw new SSLException("the client certificate cannot be used: " + e.getMessage(), e);
        }
        connections++;
        return connection;
    }

    synchronized void free(long connection) {
        SSL.freeSSL(connection);
        connections--;
        freeUnused();
    }

    /** No more connections from now on; the memory goes with the last one, which may be shaking hands in another thread. */
    @Override
    public synchronized void close() {
        closed = true;
        freeUnused();
    }

    private void freeUnused() {
        if (!closed || connections > 0 || freed) {
            return;
        }
        freed = true;
        SSLContext.free(context);
        if (chain != 0) {
            SSL.freeX509Chain(chain);
        }
        if (key != 0) {
            SSL.freePrivateKey(key);
        }
    }
}
