package dev.s2ioc.imageregistry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** Content that must have a digest: whoever reads it to its end knows that it has. */
final class VerifiedStream extends FilterInputStream {
    private final MessageDigest digester = Sha256.digester();
    private final String wanted;
    private boolean ended;
    private volatile IOException failure;

    VerifiedStream(InputStream in, String wanted) {
        super(in);
        this.wanted = wanted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Why it could not be read, which whoever sends it on does not always say. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return verifiedRead(buffer, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private int verifiedRead(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            digester.update(buffer, offset, count);
        } else if (count < 0 && !ended) {
            ended = true;
            require(wanted, Sha256.text(digester.digest()));
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static void require(String wanted, String found) throws IOException {
        if (!wanted.equals(found)) {
            throw new DigestException(wanted, found);
        }
    }
}
