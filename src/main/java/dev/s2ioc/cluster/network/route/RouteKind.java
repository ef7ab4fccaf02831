package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Routes: host names under which services answer from outside. */
final class RouteKind implements Kind {
    public static final Type TYPE =
            Type.namespaced("route.openshift.io", "v1", "routes", "Route").inAll();

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text("Host/Port", "The host that the route is asked for.", (route, now) -> host(route)),
                Column.text("Path", "The path below which it serves.", (route, now) -> Json.at(route, "spec", "path")),
                Column.text("Services", "The services that answer.", (route, now) -> services(route.path("spec"))),
                Column.text("Port", "The services' port.", (route, now) -> port(route)),
                Column.text(
                        "Termination",
                        "Where TLS ends.",
                        (route, now) -> termination(route.path("spec").path("tls"))),
                Column.text(
                        "Wildcard",
                        "Whether subdomains are served too.",
                        (route, now) -> Json.at(route, "spec", "wildcardPolicy")));
    }

    private static String host(JsonNode route) {
        for (JsonNode ingress : route.path("status").path("ingress")) {
            for (JsonNode condition : ingress.path("conditions")) {
                if (Json.at(condition, "type").equals("Admitted")) {
                    return Json.at(condition, "status").equals("True")
                            ? Json.at(ingress, "host")
                            : Json.at(condition, "reason");
                }
            }
        }
        return Json.at(route, "spec", "host");
    }

    private static String services(JsonNode spec) {
        List<JsonNode> backends = new ArrayList<>();
        backends.add(spec.path("to"));
        spec.path("alternateBackends").forEach(backends::add);
        if (backends.size() == 1) {
            return Json.at(spec, "to", "name");
        }
        long total = backends.stream().mapToLong(RouteKind::weight).sum();
        return String.join(
                ",",
                backends.stream()
                        .map(backend -> Json.at(backend, "name") + "("
                                + (total == 0 ? 0 : weight(backend) * 100 / total) + "%)")
                        .toList());
    }

    private static long weight(JsonNode backend) {
        return backend.path("weight").asLong(100);
    }

    private static String port(JsonNode route) {
        String port = Json.at(route, "spec", "port", "targetPort");
        return port.isEmpty() ? "<all>" : port;
    }

    private static String termination(JsonNode tls) {
        String insecure = Json.at(tls, "insecureEdgeTerminationPolicy");
        return Json.at(tls, "termination") + (insecure.isEmpty() ? "" : "/" + insecure);
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode route) {
        route.putObject("status");
    }

    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode route) {
        route.set("status", old.path("status").deepCopy());
    }

    @Override
    public void setDefaults(ObjectNode route) {
        ObjectNode spec = Json.child(route, "spec");
        setDefaultsOfService(Json.child(spec, "to"));
        spec.path("alternateBackends").forEach(each -> {
            if (each instanceof ObjectNode service) {
                setDefaultsOfService(service);
            }
        });
        if (Json.at(spec, "wildcardPolicy").isEmpty()) {
            spec.put("wildcardPolicy", "None");
        }
    }

    private static void setDefaultsOfService(ObjectNode service) {
        if (Json.at(service, "kind").isEmpty()) {
            service.put("kind", "Service");
        }
        if (!service.hasNonNull("weight")) {
            service.put("weight", 100);
        }
    }

    @Override
    public void validate(ObjectNode route, Causes causes) {
        new RouteRules(route.path("spec"), causes).validate();
    }

    @Override
    public Map<String, String> fields(JsonNode route) {
        return Map.of(
                "spec.host", Json.at(route, "spec", "host"),
                "spec.path", Json.at(route, "spec", "path"),
                "spec.to.name", Json.at(route, "spec", "to", "name"));
    }
}
