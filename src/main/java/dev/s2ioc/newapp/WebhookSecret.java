package dev.s2ioc.newapp;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Makes the secrets by which webhooks are called: 20 characters that nobody guesses and that a URL can hold. */
public final class WebhookSecret implements Supplier<String> {
    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[15];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
