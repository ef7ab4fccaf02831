package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.EventRecorder;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Reconciler;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Tells the router which routes there are, and the routes what the router made of them. */
final class RouteController implements AutoCloseable {
    /** Routes are judged together. */
    private static final Key ALL = new Key(RouteKind.TYPE.resource(), "", "all");

    private final Machinery machinery;
    private final Resource status;
    private final Reconciler reconciler;
    private final EventRecorder events;
    /** What has been said about each route, by its uid. */
    private Map<String, List<String>> warned = Map.of();

    private volatile RouteTable table = RouteTable.of(List.of());

    /** @param status the subresource of that name */
    RouteController(Machinery machinery, Resource status, Consumer<Throwable> failures) {
        this.machinery = machinery;
        this.status = status;
        this.events = new EventRecorder(machinery, "router");
        this.reconciler = new Reconciler("router", machinery, key -> judge(), failures)
                .with(RouteKind.TYPE, event -> Stream.of(ALL));
    }

    void start() {
        reconciler.start();
    }

    RouteTable table() {
        return table;
    }

    private void judge() {
        List<Admission.Verdict> verdicts = Admission.of(machinery.store().list(RouteKind.TYPE.resource(), ""));
        table = RouteTable.of(verdicts.stream()
                .filter(Admission.Verdict::admitted)
                .map(verdict -> new RouteTable.Entry(
                        Key.of(RouteKind.TYPE.resource(), verdict.route()),
                        verdict.host(),
                        verdict.route().path("spec"),
                        RouteOptions.of(verdict.route())))
                .toList());
        verdicts.forEach(this::tell);
        warn(verdicts.stream().map(Admission.Verdict::route).toList());
    }

    /** Says once what of a route has no effect. */
    private void warn(List<ObjectNode> routes) {
        Map<String, List<String>> now = new HashMap<>();
        for (ObjectNode route : routes) {
            List<String> faults = new ArrayList<>(RouteOptions.faults(route));
            faults.addAll(HeaderActions.faults(route.path("spec")));
            String uid = Json.at(route, "metadata", "uid");
            now.put(uid, faults);
            faults.stream()
                    .filter(fault -> !warned.getOrDefault(uid, List.of()).contains(fault))
                    .forEach(fault -> events.warning(route, "NotHonoured", fault));
        }
        warned = now;
    }

    private void tell(Admission.Verdict verdict) {
        ObjectNode wanted = ingress(verdict, Json.at(verdict.route(), "spec", "wildcardPolicy"));
        JsonNode present = verdict.route().path("status").path("ingress").path(0);
        if (says(present).equals(says(wanted)) && Json.at(present, "host").equals(verdict.host())) {
            return;
        }
        JsonNode metadata = verdict.route().path("metadata");
        try {
            status.update(Call.internal(Json.at(metadata, "namespace")), Json.at(metadata, "name"), route -> {
                Json.child(route, "status").putArray("ingress").add(wanted);
                return route;
            });
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
        }
    }

    private static List<String> says(JsonNode ingress) {
        JsonNode condition = ingress.path("conditions").path(0);
        return List.of(Json.at(condition, "status"), Json.at(condition, "reason"), Json.at(condition, "message"));
    }

    private ObjectNode ingress(Admission.Verdict verdict, String wildcard) {
        ObjectNode ingress = Json.object()
                .put("host", verdict.host())
                .put("routerName", "default")
                .put("routerCanonicalHostname", "router-default." + RouteHosts.DOMAIN)
                .put("wildcardPolicy", wildcard);
        Instant now = machinery.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode condition = ingress.putArray("conditions")
                .addObject()
                .put("type", "Admitted")
                .put("status", verdict.admitted() ? "True" : "False")
                .put("lastTransitionTime", now.toString());
        if (!verdict.admitted()) {
            condition.put("reason", verdict.reason()).put("message", verdict.message());
        }
        return ingress;
    }

    @Override
    public void close() {
        reconciler.close();
    }
}
