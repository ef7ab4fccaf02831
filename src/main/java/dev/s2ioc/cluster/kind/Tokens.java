package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Bearer tokens. The store knows their hashes only, as OAuthAccessToken objects do on OpenShift. */
public final class Tokens {
    private static final String PREFIX = "sha256~";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Machinery machinery;

    public Tokens(Machinery machinery) {
        this.machinery = machinery;
    }

    /** A new token for a user, {@code developer} or {@code system:serviceaccount:NAMESPACE:NAME}. */
    public String issue(String userName, String clientName, Duration lifetime) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = PREFIX + base64(secret);
        ObjectNode object = Json.object();
        object.put("kind", OAuthAccessTokenKind.TYPE.kind()).put("apiVersion", OAuthAccessTokenKind.TYPE.apiVersion());
        object.putObject("metadata").put("name", nameOf(token));
        object.put("clientName", clientName);
        object.put("expiresIn", lifetime.toSeconds());
        object.putArray("scopes").add("user:full");
        object.put("userName", userName).put("userUID", Users.uid(userName));
        machinery.kinds().resource(OAuthAccessTokenKind.TYPE.resource()).create(Call.internal(""), object);
        return token;
    }

    /** A token for a service account: what a build pushes and pulls with. */
    public String issueForServiceAccount(String namespace, String name, Duration lifetime) {
        return issue(User.SERVICE_ACCOUNT + namespace + ":" + name, "openshift-service-account", lifetime);
    }

    /** Whose token this is; empty when it is unknown, revoked or too old. */
    public Optional<User> user(String token) {
        return machinery
                .store()
                .get(new Key(OAuthAccessTokenKind.TYPE.resource(), "", nameOf(token)))
                .filter(this::isFresh)
                .filter(this::isOwned)
                .map(object -> User.named(Json.at(object, "userName"), Json.at(object, "userUID")));
    }

    public void revoke(String token) {
        try {
            machinery.store().delete(new Key(OAuthAccessTokenKind.TYPE.resource(), "", nameOf(token)));
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.MISSING) {
                throw e;
            }
        }
    }

    /** Forgets the tokens that are too old to be used. */
    public void sweep() {
        for (ObjectNode token : machinery.store().list(OAuthAccessTokenKind.TYPE.resource(), "")) {
            if (!isFresh(token) || !isOwned(token)) {
                machinery.store().delete(Key.of(OAuthAccessTokenKind.TYPE.resource(), token));
            }
        }
    }

    /** The token of a service account dies with it, and does not live again when another one takes the name. */
    private boolean isOwned(ObjectNode token) {
        String user = Json.at(token, "userName");
        if (!user.startsWith(User.SERVICE_ACCOUNT)) {
            return true;
        }
        String namespace = User.serviceAccountNamespace(user);
        String name = user.substring(user.lastIndexOf(':') + 1);
        return machinery
                .store()
                .get(new Key(ServiceAccountKind.TYPE.resource(), namespace, name))
                .filter(account -> !created(token).isBefore(created(account)))
                .isPresent();
    }

    private static Instant created(ObjectNode object) {
        return Instant.parse(Json.at(object, "metadata", "creationTimestamp"));
    }

    private boolean isFresh(ObjectNode token) {
        long lifetime = token.path("expiresIn").asLong();
        return lifetime == 0
                || machinery.clock().instant().isBefore(created(token).plusSeconds(lifetime));
    }

    /** The name of a token's object: {@code sha256~} and the hash of the rest. */
    public static String nameOf(String token) {
        String secret = token.startsWith(PREFIX) ? token.substring(PREFIX.length()) : token;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return PREFIX + base64(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
