package dev.s2ioc.cluster.network.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.SecretKind;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.network.ServiceKind;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps a secret with key and certificate for each service that names one. */
final class ServingCertificates implements AutoCloseable {
    private static final String SECRET = "serving-cert-secret-name";
    private static final String SIGNER = ServiceAuthority.PREFIX + "serving-cert-signed-by";
    private static final String ERROR = ServiceAuthority.PREFIX + "serving-cert-generation-error";
    /** A new one comes so long before the end of the old one. */
    private static final Duration RENEWAL = Duration.ofDays(30);

    private final Machinery machinery;
    private final ServiceAuthority.Authority authority;
    private final Reconciler reconciler;

    ServingCertificates(Machinery machinery, ServiceAuthority.Authority authority, Consumer<Throwable> failures) {
        this.machinery = machinery;
        this.authority = authority;
        this.reconciler = new Reconciler("service-serving-cert", machinery, this::look, failures)
                .of(ServiceKind.TYPE)
                .with(SecretKind.TYPE, ServingCertificates::origin);
    }

    void start() {
        reconciler.start();
    }

    private static Stream<Key> origin(Event event) {
        return Stream.of(annotation(event.object(), ServingSecret.SERVICE))
                .filter(name -> !name.isEmpty())
                .map(name -> new Key(ServiceKind.TYPE.resource(), event.key().namespace(), name));
    }

    private static String annotation(JsonNode object, String name) {
        return object.path("metadata").path("annotations").path(name).asText();
    }

    /** Some services still have the annotation's first version. */
    private static String wanted(JsonNode service) {
        String name = annotation(service, ServiceAuthority.PREFIX + SECRET);
        return name.isEmpty() ? annotation(service, "service.alpha.openshift.io/" + SECRET) : name;
    }

    private void look(Key key) {
        Optional<ObjectNode> service = machinery
                .store()
                .get(key)
                .filter(found -> !found.path("metadata").has("deletionTimestamp"))
                .filter(found -> !wanted(found).isEmpty());
        if (service.isEmpty()) {
            return;
        }
        try {
            provide(key, service.get(), wanted(service.get()));
        } catch (StatusException e) {
            // The project may be on its way out, or somebody else was faster.
            if (e.code() != 403 && e.code() != 404 && e.code() != 409) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void provide(Key key, ObjectNode service, String name) throws IOException {
        Optional<ObjectNode> secret = machinery.store().get(new Key(SecretKind.TYPE.resource(), key.namespace(), name));
        String uid = Json.at(service, "metadata", "uid");
        if (secret.isEmpty()) {
            ServingSecret made = make(service, name);
            secrets().create(Call.internal(key.namespace()), made.object());
            note(key, SIGNER, made.signer());
        } else if (!annotation(secret.get(), ServingSecret.UID).equals(uid)) {
            note(
                    key,
                    ERROR,
                    "secret/" + name + " references serviceUID " + annotation(secret.get(), ServingSecret.UID)
                            + ", which does not match " + uid);
        } else {
            renew(key, service, secret.get());
        }
    }

    private ServingSecret make(ObjectNode service, String name) throws IOException {
        return new ServingSecret(service, name, authority.vouch(ServingSecret.hosts(service)));
    }

    private void renew(Key key, ObjectNode service, ObjectNode secret) throws IOException {
        String expiry = annotation(secret, ServingSecret.EXPIRY);
        Instant due = expiry.isEmpty() ? Instant.EPOCH : Instant.parse(expiry).minus(RENEWAL);
        Instant now = machinery.clock().instant();
        boolean whole = Stream.of("tls.crt", "tls.key").allMatch(secret.path("data")::hasNonNull);
        if (whole && now.isBefore(due)) {
            reconciler.later(key, Duration.between(now, due));
            return;
        }
        ServingSecret made = make(service, Json.at(secret, "metadata", "name"));
        ObjectNode data = made.data();
        secrets().update(Call.internal(key.namespace()), made.name(), present -> {
            present.set("data", data);
            Json.child(Json.child(present, "metadata"), "annotations").put(ServingSecret.EXPIRY, made.expiry());
            return present;
        });
    }

    private Resource secrets() {
        return machinery.kinds().resource(SecretKind.TYPE.resource());
    }

    private void note(Key key, String annotation, String text) {
        machinery.kinds().resource(key.resource()).update(Call.internal(key.namespace()), key.name(), service -> {
            ObjectNode annotations = Json.child(Json.child(service, "metadata"), "annotations");
            annotations.put(annotation, text);
            return service;
        });
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
