package dev.s2ioc.imageregistry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user and a password, or a token in place of one. */
public record Login(String user, String password) {

    String basic() {
        return "Basic " + encoded();
    }

    String encoded() {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A login must not be in a message by accident. */
    @Override
    public String toString() {
        return user + ":…";
    }
}
