package dev.s2ioc.cluster.network.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.ConfigMapKind;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Fills the config maps that are to hold the authority of the services' certificates, and nothing else. */
final class AuthorityBundles implements AutoCloseable {
    private static final String WANTED = ServiceAuthority.PREFIX + "inject-cabundle";

    private final Machinery machinery;
    private final ServiceAuthority.Authority authority;
    private final Reconciler reconciler;

    AuthorityBundles(Machinery machinery, ServiceAuthority.Authority authority, Consumer<Throwable> failures) {
        this.machinery = machinery;
        this.authority = authority;
        this.reconciler = new Reconciler("service-ca-bundle", machinery, this::look, failures).of(ConfigMapKind.TYPE);
    }

    void start() {
        reconciler.start();
    }

    private void look(Key key) {
        Optional<ObjectNode> map = machinery.store().get(key).filter(AuthorityBundles::isWanted);
        if (map.isEmpty()) {
            return;
        }
        try {
            ObjectNode data = Json.object().put("service-ca.crt", authority.pem());
            if (!data.equals(map.get().path("data"))) {
                machinery
                        .kinds()
                        .resource(key.resource())
                        .update(Call.internal(key.namespace()), key.name(), present -> {
                            if (isWanted(present)) {
                                present.set("data", data);
                            }
                            return present;
                        });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StatusException e) {
            // What is gone by now needs nothing.
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    private static boolean isWanted(JsonNode map) {
        return map.path("metadata").path("annotations").path(WANTED).asText().equals("true");
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
