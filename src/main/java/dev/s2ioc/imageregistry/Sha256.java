package dev.s2ioc.imageregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as registries write them: {@code sha256:} and 64 hexadecimal digits. */
public final class Sha256 {
    private static final String FORM = "sha256:[0-9a-f]{64}";

    private Sha256() {}

    public static String digest(byte[] bytes) {
        return text(digester().digest(bytes));
    }

    /** Of all that is left to read. */
    public static String digest(InputStream in) throws IOException {
        DigestInputStream digesting = new DigestInputStream(in, digester());
        digesting.transferTo(OutputStream.nullOutputStream());
        return text(digesting.getMessageDigest().digest());
    }

    static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static String text(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }

    static boolean isDigest(String text) {
        return text.matches(FORM);
    }
}
