package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps the endpoints of services that select pods. */
final class EndpointsController implements AutoCloseable {
    private static final String MANAGED = "endpointslice-controller.k8s.io";

    private final Machinery machinery;
    private final Type pods;
    private final Reconciler reconciler;

    EndpointsController(Machinery machinery, Type pods, Consumer<Throwable> failures) {
        this.machinery = machinery;
        this.pods = pods;
        this.reconciler = new Reconciler("endpoints", machinery, this::reconcile, failures)
                .of(ServiceKind.TYPE)
                .with(pods, this::selecting);
    }

    void start() {
        reconciler.start();
    }

    /** Those that select the pod as it is, or did as it was. */
    private Stream<Key> selecting(Event event) {
        return machinery.store().list(ServiceKind.TYPE.resource(), event.key().namespace()).stream()
                .filter(service -> ServiceEndpoints.selects(service, event.object())
                        || event.old()
                                .filter(old -> ServiceEndpoints.selects(service, old))
                                .isPresent())
                .map(service -> Key.of(ServiceKind.TYPE.resource(), service));
    }

    private void reconcile(Key key) {
        Optional<ObjectNode> service = machinery.store().get(key);
        if (service.isEmpty()) {
            drop(EndpointsKind.TYPE, key);
            drop(EndpointSliceKind.TYPE, key);
        } else if (!service.get().path("spec").path("selector").isEmpty()) {
            ServiceEndpoints found =
                    ServiceEndpoints.of(service.get(), machinery.store().list(pods.resource(), key.namespace()));
            ObjectNode endpoints = Json.object();
            endpoints.set("subsets", found.subsets());
            keep(EndpointsKind.TYPE, service.get(), endpoints);
            keep(EndpointSliceKind.TYPE, service.get(), found.slice());
        }
    }

    private void drop(Type type, Key key) {
        try {
            resource(type)
                    .delete(
                            Call.internal(key.namespace()),
                            key.name(),
                            DeleteOptions.of(Json.object(), Call.internal(key.namespace())));
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    private Resource resource(Type type) {
        return machinery.kinds().resource(type.resource());
    }

    private void keep(Type type, ObjectNode service, ObjectNode wanted) {
        String name = Json.at(service, "metadata", "name");
        Call call = Call.internal(Json.at(service, "metadata", "namespace"));
        try {
            resource(type).update(call, name, old -> (ObjectNode) old.setAll(wanted));
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
            create(type, call, labelled(type, service, wanted));
        }
    }

    /** Where the project is on its way out nothing new is taken, and nothing is needed. */
    private void create(Type type, Call call, ObjectNode object) {
        try {
            resource(type).create(call, object);
        } catch (StatusException e) {
            if (e.code() != 403 && e.code() != 404) {
                throw e;
            }
        }
    }

    private static ObjectNode labelled(Type type, ObjectNode service, ObjectNode wanted) {
        ObjectNode object = wanted.deepCopy();
        String name = Json.at(service, "metadata", "name");
        ObjectNode metadata = object.putObject("metadata").put("name", name);
        ObjectNode labels = metadata.putObject("labels");
        service.path("metadata")
                .path("labels")
                .propertyStream()
                .forEach(each -> labels.set(each.getKey(), each.getValue()));
        if (type.equals(EndpointSliceKind.TYPE)) {
            labels.put("kubernetes.io/service-name", name).put("endpointslice.kubernetes.io/managed-by", MANAGED);
            metadata.putArray("ownerReferences")
                    .addObject()
                    .put("apiVersion", "v1")
                    .put("kind", "Service")
                    .put("name", name)
                    .put("uid", Json.at(service, "metadata", "uid"))
                    .put("controller", true)
                    .put("blockOwnerDeletion", true);
        }
        return object;
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
