package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.store.Json;
import java.util.Locale;

/** Gives a host to each route that asks for none: names below localhost lead to this machine without anybody's help. */
final class RouteHosts implements Hooks {
    static final String DOMAIN = "apps.localhost";

    @Override
    public void beforeCreate(Call call, ObjectNode route) {
        ObjectNode spec = Json.child(route, "spec");
        if (Json.at(spec, "host").isEmpty() && Json.at(spec, "subdomain").isEmpty()) {
            JsonNode metadata = route.path("metadata");
            String label = Json.at(metadata, "name").replace('.', '-') + "-" + Json.at(metadata, "namespace");
            spec.put("host", label + "." + DOMAIN);
            Json.child(Json.child(route, "metadata"), "annotations").put("openshift.io/host.generated", "true");
        }
    }

    /** A host is kept by those who replace a route without naming it. */
    @Override
    public void beforeUpdate(Call call, ObjectNode old, ObjectNode route) {
        ObjectNode spec = Json.child(route, "spec");
        if (Json.at(spec, "host").isEmpty() && !Json.at(old, "spec", "host").isEmpty()) {
            spec.put("host", Json.at(old, "spec", "host"));
        }
    }

    /** The host under which the router serves a route. */
    static String of(JsonNode route) {
        String host = Json.at(route, "spec", "host");
        return (host.isEmpty() ? Json.at(route, "spec", "subdomain") + "." + DOMAIN : host).toLowerCase(Locale.ROOT);
    }
}
