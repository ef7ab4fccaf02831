package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which routes the router takes: who was first at a host and path has it. */
final class Admission {
    /** What the router says of a route; without a reason it takes it. */
    record Verdict(ObjectNode route, String host, String reason, String message) {
        boolean admitted() {
            return reason.isEmpty();
        }
    }

    private final Map<String, JsonNode> claims = new HashMap<>();

    static List<Verdict> of(List<ObjectNode> routes) {
        Admission admission = new Admission();
        List<Verdict> verdicts = new ArrayList<>();
        routes.stream()
                .sorted(Comparator.<ObjectNode, String>comparing(
                                route -> Json.at(route, "metadata", "creationTimestamp"))
                        .thenComparing(route ->
                                Key.of(RouteKind.TYPE.resource(), route).toString()))
                .forEach(route -> verdicts.add(admission.judge(route)));
        return verdicts;
    }

    private Verdict judge(ObjectNode route) {
        String host = RouteHosts.of(route);
        JsonNode spec = route.path("spec");
        if (Json.at(spec, "wildcardPolicy").equals("Subdomain")) {
            return new Verdict(route, host, "RouteNotAdmitted", "wildcard routes are not allowed");
        }
        try {
            RouteCertificate.check(spec.path("tls"));
        } catch (IOException | GeneralSecurityException e) {
            return new Verdict(route, host, "ExtendedValidationFailed", "spec.tls: " + e.getMessage());
        }
        String space = Json.at(route, "metadata", "namespace");
        JsonNode owner = claims.putIfAbsent(host, route);
        if (owner != null && !Json.at(owner, "metadata", "namespace").equals(space)) {
            return new Verdict(route, host, "HostAlreadyClaimed", "a route in another namespace holds " + host);
        }
        JsonNode older = claims.putIfAbsent(host + "/" + Json.at(spec, "path"), route);
        return older == null
                ? new Verdict(route, host, "", "")
                : new Verdict(
                        route,
                        host,
                        "HostAlreadyClaimed",
                        "route " + Json.at(older, "metadata", "name") + " already exposes " + host + " and is older");
    }
}
