package dev.s2ioc.cluster.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Authorization codes: good once, for five minutes. They do not outlive the process. */
final class Codes {
    /** Who a code is for, and what its bearer has to prove. */
    record Grant(String user, String client, String redirect, String challenge, String method) {
        boolean isProvenBy(String verifier) {
            if (challenge.isEmpty()) {
                return true;
            }
            String proof = method.equals("S256") ? sha256(verifier) : verifier;
            return MessageDigest.isEqual(bytes(proof), bytes(challenge));
        }

        private static String sha256(String text) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes(text));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private record Issued(Grant grant, Instant until) {}

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstantSource clock;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    Codes(InstantSource clock) {
        this.clock = clock;
    }

    String issue(Grant grant) {
        issued.values().removeIf(code -> code.until().isBefore(clock.instant()));
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String code = "sha256~" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        issued.put(code, new Issued(grant, clock.instant().plus(LIFETIME)));
        return code;
    }

    Optional<Grant> redeem(String code) {
        return Optional.ofNullable(issued.remove(code))
                .filter(found -> found.until().isAfter(clock.instant()))
                .map(Issued::grant);
    }
}
