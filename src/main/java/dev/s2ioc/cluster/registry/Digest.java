package dev.s2ioc.cluster.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The address of content: SHA-256, which is the one algorithm that every client uses. */
record Digest(String hex) {
    static final String PATTERN = "[A-Za-z0-9_+.-]+:[A-Fa-f0-9]+";
    private static final Pattern SHA256 = Pattern.compile("sha256:([a-f0-9]{64})");

    static Digest parse(String text) {
        var matcher = SHA256.matcher(text);
        if (!matcher.matches()) {
            throw new RegistryException(
                    400, "DIGEST_INVALID", "\"" + text + "\" is not a digest of the form sha256:<64 hex digits>");
        }
        return new Digest(matcher.group(1));
    }

    static Digest of(byte[] content) {
        MessageDigest hash = newHash();
        hash.update(content);
        return of(hash);
    }

    /** What was fed into the hash, which starts afresh. */
    static Digest of(MessageDigest hash) {
        return new Digest(HexFormat.of().formatHex(hash.digest()));
    }

    static MessageDigest newHash() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "sha256:" + hex;
    }
}
