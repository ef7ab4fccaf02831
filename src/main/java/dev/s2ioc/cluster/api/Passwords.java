package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.Users;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** The two people's passwords: the developer's is known to everybody, as on OpenShift Local. */
final class Passwords {
    private final String adminPassword;

    Passwords(String adminPassword) {
        this.adminPassword = adminPassword;
    }

    /** Whose Basic credentials these are; empty when they are nobody's. */
    Optional<String> user(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).strip());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 && isRight(pair[0], pair[1]) ? Optional.of(pair[0]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isRight(String user, String password) {
        String expected = switch (user) {
            case Users.DEVELOPER -> Users.DEVELOPER;
            case Users.ADMIN -> adminPassword;
            default -> "";
        };
        return !expected.isEmpty()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }
}
