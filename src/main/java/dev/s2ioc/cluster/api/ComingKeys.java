package dev.s2ioc.cluster.api;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A key pair that is made in the background: to find its primes is what takes longest when a cluster starts first. */
final class ComingKeys {
    private final FutureTask<KeyPair> pair = new FutureTask<>(ComingKeys::make);

    private ComingKeys() {}

    static ComingKeys begin() {
        ComingKeys keys = new ComingKeys();
        Thread.ofPlatform().daemon().name("keys").start(keys.pair);
        return keys;
    }

    static KeyPair make() throws GeneralSecurityException {
        // RSA, as OpenShift's own: a client that has just started checks it in a fraction of the time of other
        // signatures.
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    KeyPair get() throws IOException, GeneralSecurityException {
        try {
            return pair.get();
        } catch (ExecutionException e) {
            throw new GeneralSecurityException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a key was made", e);
        }
    }
}
