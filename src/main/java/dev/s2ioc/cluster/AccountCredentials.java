package dev.s2ioc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.SecretKind;
import dev.s2ioc.cluster.kind.ServiceAccountKind;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gives every service account a secret with which it pulls from the cluster's registry and pushes to it, under both of the
 * registry's names, as OpenShift's controllers do.
 */
final class AccountCredentials implements Hooks {
    private static final String SECRET = SecretKind.TYPE.resource();
    private static final String ACCOUNT = ServiceAccountKind.TYPE.resource();
    private static final String REFERENCE = "openshift.io/internal-registry-pull-secret-ref";
    private static final String OWNER = "openshift.io/internal-registry-auth-token.service-account";
    private static final String USER = "serviceaccount";
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int LONGEST = 230;

    private final Machinery machinery;
    private final Supplier<String> address;
    private final SecureRandom random = new SecureRandom();

    /** @param address where the registry listens; asked when there is something to write */
    AccountCredentials(Machinery machinery, Supplier<String> address) {
        this.machinery = machinery;
        this.address = address;
    }

    /** Makes the secrets that are missing, and writes the registry's address into those that know another one. */
    void refresh() {
        for (ObjectNode account : machinery.store().list(ACCOUNT, "")) {
            Optional<ObjectNode> secret = secretOf(account);
            if (secret.isEmpty()) {
                add(account);
            } else {
                renew(secret.get());
            }
        }
    }

    /** The account names its secret from the beginning, so that it is not changed under the hands of who has made it. */
    @Override
    public void beforeCreate(Call call, ObjectNode account) {
        name(account);
    }

    @Override
    public void afterCreate(Call call, ObjectNode account) {
        createSecret(account);
    }

    private Optional<ObjectNode> secretOf(JsonNode account) {
        String name =
                account.path("metadata").path("annotations").path(REFERENCE).asText("");
        return machinery.store().get(new Key(SECRET, Json.at(account, "metadata", "namespace"), name));
    }

    private void add(ObjectNode account) {
        createSecret(machinery.store().update(Key.of(ACCOUNT, account), stored -> {
            name(stored);
            return stored;
        }));
    }

    private void name(ObjectNode account) {
        String secret = secretName(Json.at(account, "metadata", "name"));
        Json.child(Json.child(account, "metadata"), "annotations").put(REFERENCE, secret);
        Json.items(account, "secrets").addObject().put("name", secret);
        Json.items(account, "imagePullSecrets").addObject().put("name", secret);
    }

    private void createSecret(JsonNode account) {
        String namespace = Json.at(account, "metadata", "namespace");
        String name = Json.at(account, "metadata", "name");
        String secret =
                account.path("metadata").path("annotations").path(REFERENCE).asText("");
        String token = new Tokens(machinery).issueForServiceAccount(namespace, name, Duration.ZERO);
        machinery.kinds().resource(SECRET).create(Call.internal(namespace), secret(account, secret, token));
    }

    private String secretName(String account) {
        String suffix = random.ints(5, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        return account.substring(0, Math.min(account.length(), LONGEST)) + "-dockercfg-" + suffix;
    }

    private ObjectNode secret(JsonNode account, String name, String token) {
        ObjectNode secret = Json.object();
        secret.put("kind", SecretKind.TYPE.kind()).put("apiVersion", SecretKind.TYPE.apiVersion());
        ObjectNode metadata = secret.putObject("metadata").put("name", name);
        metadata.putObject("annotations").put(OWNER, Json.at(account, "metadata", "name"));
        metadata.putArray("ownerReferences")
                .addObject()
                .put("apiVersion", ServiceAccountKind.TYPE.apiVersion())
                .put("kind", ServiceAccountKind.TYPE.kind())
                .put("name", Json.at(account, "metadata", "name"))
                .put("uid", Json.at(account, "metadata", "uid"));
        secret.put("type", "kubernetes.io/dockercfg");
        secret.putObject("data").put(".dockercfg", encoded(Json.text(logins(token))));
        return secret;
    }

    private ObjectNode logins(String token) {
        ObjectNode logins = Json.object();
        for (String registry : List.of(Registries.INTERNAL, address.get())) {
            logins.putObject(registry)
                    .put("username", USER)
                    .put("password", token)
                    .put("email", USER + "@example.org")
                    .put("auth", encoded(USER + ":" + token));
        }
        return logins;
    }

    private void renew(ObjectNode secret) {
        JsonNode logins = decoded(secret.path("data").path(".dockercfg").asText(""));
        String token = Json.at(logins.path(Registries.INTERNAL), "password");
        if (!token.isEmpty() && !logins.has(address.get())) {
            machinery.store().update(Key.of(SECRET, secret), stored -> {
                Json.child(stored, "data").put(".dockercfg", encoded(Json.text(logins(token))));
                return stored;
            });
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode decoded(String text) {
        try {
            return Json.parse(Base64.getDecoder().decode(text));
        } catch (IOException | IllegalArgumentException e) {
            // The user has written something else into it; it is theirs.
            return Json.object();
        }
    }
}
