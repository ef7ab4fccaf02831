package dev.s2ioc.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Proof that who exchanges a code for a token is who asked for the code (RFC 7636, method S256). */
record Pkce(String verifier) {

    static Pkce random() {
        byte[] bytes = new byte[48];
        new SecureRandom().nextBytes(bytes);
        return new Pkce(base64(bytes));
    }

    String challenge() {
        return base64(sha256(verifier));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Pkce[]";
    }
}
