package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.SelectionException;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that create routes share: name, service, host and port, and the object that comes of them. */
public final class RouteFlags {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of the route; without it, the service's.")
    String name = "";

    @Option(names = "--service", paramLabel = "NAME", description = "The service that the route leads to.")
    String service = "";

    @Option(names = "--hostname", paramLabel = "HOST", description = "The host name; the server makes one up else.")
    String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Name of the service's port, or number of the pods' port.")
    String port = "";

    @Option(
            names = "--insecure-policy",
            paramLabel = "Allow|Redirect|None",
            description = "What becomes of requests without TLS.")
    String insecurePolicy = "";

    @Option(
            names = "--wildcard-policy",
            paramLabel = "None|Subdomain",
            description = "Whether the route is for the hosts below its host's domain too.")
    String wildcardPolicy = "";

    @Mixin
    CreateFlags create = new CreateFlags();

    /** @throws CommandFailure if no service is named, or none exists and no port is given */
    NewObject route(CommandContext context, String termination) {
        CreateFlags.require("service", !service.isEmpty());
        String target = serviceName();
        Optional<JsonNode> found = find(context, target);
        if (found.isEmpty() && port.isEmpty()) {
            throw new CommandFailure(
                    "you need to provide a route port via --port when exposing a non-existent service");
        }
        NewObject route =
                new NewObject(context, create, "route.openshift.io/v1", "Route", name.isEmpty() ? target : name);
        found.map(present -> present.path("metadata").path("labels"))
                .filter(labels -> !labels.isEmpty())
                .ifPresent(labels -> route.body().withObject("/metadata").set("labels", labels));
        fill(route.body().putObject("spec"), target, port.isEmpty() ? portName(found.orElseThrow()) : port);
        route.body().withObject("/spec/tls").put("termination", termination);
        if (!insecurePolicy.isEmpty()) {
            route.body().withObject("/spec/tls").put("insecureEdgeTerminationPolicy", insecurePolicy);
        }
        return route;
    }

    private void fill(ObjectNode spec, String target, String targetPort) {
        if (!host.isEmpty()) {
            spec.put("host", host);
        }
        spec.putObject("to").put("kind", "Service").put("name", target);
        if (!targetPort.isEmpty()) {
            NewObject.putNumberOrText(spec.putObject("port"), "targetPort", targetPort);
        }
        if (!wildcardPolicy.isEmpty()) {
            spec.put("wildcardPolicy", wildcardPolicy);
        }
    }

    private String serviceName() {
        int slash = service.indexOf('/');
        if (slash >= 0 && !KnownTypes.SERVICE.answersTo(service.substring(0, slash))) {
            throw new CommandFailure("cannot expose " + service.substring(0, slash) + " as routes");
        }
        return service.substring(slash + 1);
    }

    /** The service; none if it does not exist, or if this user may not see it. */
    private static Optional<JsonNode> find(CommandContext context, String service) {
        try {
            return Optional.of(context.session().resources().get(KnownTypes.SERVICE, service));
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden()) {
                return Optional.empty();
            }
            throw e;
        } catch (SelectionException e) {
            // A server may have routes and no services; a route does not need its service yet.
            return Optional.empty();
        }
    }

    /** The name of the first port that a route can lead to; empty if the port has none, then the router chooses. */
    private static String portName(JsonNode service) {
        for (JsonNode candidate : service.path("spec").path("ports")) {
            if (candidate.path("protocol").asText("TCP").equals("TCP")) {
                return candidate.path("name").asText("");
            }
        }
        throw new CommandFailure(
                "service \"" + service.path("metadata").path("name").asText() + "\" doesn't support TCP");
    }
}
