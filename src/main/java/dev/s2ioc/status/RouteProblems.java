package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with routes: they lead nowhere, or no router takes them. */
final class RouteProblems {
    private final ProjectObjects objects;
    private final Names names;
    private final List<Problem> found = new ArrayList<>();

    RouteProblems(ProjectObjects objects, Names names) {
        this.objects = objects;
        this.names = names;
    }

    List<Problem> find() {
        objects.of(KnownTypes.ROUTE).forEach(this::route);
        return found;
    }

    private void add(Problem.Severity severity, String message) {
        found.add(new Problem(severity, message, ""));
    }

    private void route(JsonNode route) {
        String name = names.of("route", route);
        JsonNode spec = route.path("spec");
        String service = spec.path("to").path("name").asText("");
        String namespace = Fields.namespace(route);
        if (objects.isMissing(KnownTypes.SERVICE, namespace, service)) {
            String to = names.of("svc", namespace, service);
            add(
                    Problem.Severity.WARNING,
                    name + " is supposed to route traffic to " + to + " but " + to + " doesn't exist.");
        }
        objects.find(KnownTypes.SERVICE, namespace, service).ifPresent(there -> port(name, spec, there));
        JsonNode tls = spec.path("tls");
        if (tls.isObject() && tls.path("termination").asText("").isEmpty()) {
            add(Problem.Severity.ERROR, name + " has a TLS configuration but no termination type specified.");
        }
        if (tls.path("termination").asText("").equals("passthrough")
                && !spec.path("path").asText("").isEmpty()) {
            add(
                    Problem.Severity.ERROR,
                    name + " is path-based and uses passthrough termination, which is an invalid combination.");
        }
        for (JsonNode ingress : route.path("status").path("ingress")) {
            JsonNode admitted = ServiceLines.admission(ingress);
            if (admitted.path("status").asText("").equals("False")) {
                add(
                        Problem.Severity.ERROR,
                        name + " was not accepted by router \""
                                + ingress.path("routerName").asText("") + "\": "
                                + admitted.path("message").asText("") + " ("
                                + admitted.path("reason").asText("") + ")");
            }
        }
        if (route.path("status").path("ingress").isEmpty()) {
            add(
                    Problem.Severity.WARNING,
                    name + " is routing traffic to " + names.of("svc", namespace, service)
                            + ", but either the administrator has not installed a router or the router is not selecting"
                            + " this route.");
        }
    }

    private void port(String name, JsonNode spec, JsonNode service) {
        String port = spec.path("port").path("targetPort").asText("");
        Optional<JsonNode> matching = service.path("spec")
                .path("ports")
                .valueStream()
                .filter(one -> one.path("name").asText("").equals(port)
                        || one.path("targetPort")
                                .asText(one.path("port").asText())
                                .equals(port))
                .findFirst();
        if (!port.isEmpty() && matching.isEmpty()) {
            add(
                    Problem.Severity.WARNING,
                    name + " is trying to route traffic to port " + port + ", which " + names.of("svc", service)
                            + " does not have.");
        }
    }
}
