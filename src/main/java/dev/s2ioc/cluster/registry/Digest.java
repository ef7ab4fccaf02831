package dev.s2ioc.cluster.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The address of content: SHA-256, which every client uses, or SHA-512. The length of the hash tells which. */
record Digest(String hex) {
    private static final Pattern FORM = Pattern.compile("sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128}");
    private static final int SHA256_LENGTH = 64;

    static Digest parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new RegistryException(
                    400,
                    "DIGEST_INVALID",
                    "\"" + text + "\" is not a digest of the form sha256:<64 hex digits> or sha512:<128 hex digits>");
        }
        return new Digest(text.substring("sha256:".length()));
    }

    /** The SHA-256 of content. */
    static Digest of(byte[] content) {
        MessageDigest hash = newHash();
        hash.update(content);
        return of(hash);
    }

    /** What was fed into the hash, which starts afresh. */
    static Digest of(MessageDigest hash) {
        return new Digest(HexFormat.of().formatHex(hash.digest()));
    }

    /** The digest of content by the algorithm of this one. */
    Digest alike(byte[] content) {
        MessageDigest hash = newHashAlike();
        hash.update(content);
        return of(hash);
    }

    static MessageDigest newHash() {
        return hash("SHA-256");
    }

    MessageDigest newHashAlike() {
        return isSha256() ? newHash() : hash("SHA-512");
    }

    private static MessageDigest hash(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has " + algorithm, e);
        }
    }

    boolean isSha256() {
        return hex.length() == SHA256_LENGTH;
    }

    @Override
    public String toString() {
        return (isSha256() ? "sha256:" : "sha512:") + hex;
    }
}
