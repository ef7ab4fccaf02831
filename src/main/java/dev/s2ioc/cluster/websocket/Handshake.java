package dev.s2ioc.cluster.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the server says to begin a WebSocket. */
public final class Handshake {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Handshake() {}

    /** @param protocol the one that was chosen of those that the client speaks */
    public static Map<String, String> headers(String key, Optional<String> protocol) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Sec-WebSocket-Accept", accept(key));
        protocol.ifPresent(name -> headers.put("Sec-WebSocket-Protocol", name));
        return headers;
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
