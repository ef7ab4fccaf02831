package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a route to a service, or a service for the pods of a workload. */
@Command(
        name = "expose",
        description = "Make a route to a service, or a service for the pods of a workload.",
        footer = {
            "",
            "Examples:",
            "  # Make a service reachable from outside",
            "  s2ioc expose service/hello",
            "",
            "  # Under a name and a path of its own",
            "  s2ioc expose service/hello --name=shop --hostname=shop.example --path=/hello",
            "",
            "  # Make a service for a deployment",
            "  s2ioc expose deployment/hello --port=80 --target-port=8080"
        })
public final class ExposeCommand implements Action {
    private static final List<String> EXPOSABLE =
            List.of("ReplicationController", "Service", "Pod", "Deployment", "ReplicaSet", "DeploymentConfig");

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | TYPE NAME",
            description = "A service, pod, deployment, deploymentconfig, replicaset or replicationcontroller.")
    List<String> words = List.of();

    @Mixin
    ExposeFlags expose = new ExposeFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    MakingFlags making = new MakingFlags("kubectl-expose");

    private final CommandContext context;

    public ExposeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        ChangeReport report = making.report(context);
        expose.check();
        List<FoundObjects.Found> found = new ArrayList<>();
        new FoundObjects(context, new SelectorFlags(), files, false).forEach(words, found::add);
        if (found.size() > 1) {
            throw new CommandFailure("only one object can be exposed at a time, and " + found.size() + " are named");
        }
        FoundObjects.Found one = found.getFirst();
        ResourceType type = one.selection().type();
        if (!EXPOSABLE.contains(type.kind())) {
            throw new CommandFailure("cannot expose a " + type.kind());
        }
        boolean service = type.equals(KnownTypes.SERVICE);
        ResourceType made = service ? KnownTypes.ROUTE : KnownTypes.SERVICE;
        ObjectNode object = expose.overridden(service ? route(one) : service(one));
        making.make(one.resources(), made, object, "exposed", report);
    }

    private ObjectNode route(FoundObjects.Found service) {
        forWorkloads("--type", expose.type);
        forWorkloads("--selector", expose.selector);
        forWorkloads("--target-port", expose.targetPort);
        forWorkloads("--protocol", expose.protocol);
        forWorkloads("--cluster-ip", expose.clusterIp);
        forWorkloads("--external-ip", expose.externalIp);
        forWorkloads("--load-balancer-ip", expose.loadBalancerIp);
        forWorkloads("--session-affinity", expose.sessionAffinity);
        ObjectNode route = object(KnownTypes.ROUTE, service.name());
        ObjectNode labels = service.object().at("/metadata/labels") instanceof ObjectNode own ? own : Json.object();
        labels.setAll(ExposeFlags.pairs("--labels", expose.labels));
        put((ObjectNode) route.path("metadata"), "labels", labels);
        ObjectNode spec = route.putObject("spec");
        put(spec, "host", expose.hostname);
        put(spec, "path", expose.path);
        spec.putObject("to").put("kind", "Service").put("name", service.name());
        String port = routePort(service);
        if (port.matches("[0-9]+")) {
            spec.putObject("port").put("targetPort", Integer.parseInt(port));
        } else {
            spec.putObject("port").put("targetPort", port);
        }
        put(spec, "wildcardPolicy", expose.wildcardPolicy);
        return route;
    }

    private static void forWorkloads(String flag, String value) {
        if (!value.isEmpty()) {
            throw new CommandFailure("cannot use " + flag + " when exposing route");
        }
    }

    /** What the user says, else the name of the service's first TCP port, else where that one leads to. */
    private String routePort(FoundObjects.Found service) {
        for (JsonNode port : service.object().at("/spec/ports")) {
            if (port.path("protocol").asText("TCP").equals("TCP")) {
                if (!expose.port.isEmpty()) {
                    return expose.port;
                }
                String name = port.path("name").asText("");
                String target = port.path("targetPort").asText(port.path("port").asText());
                return name.isEmpty() ? target : name;
            }
        }
        throw new CommandFailure("service \"" + service.name() + "\" doesn't support TCP");
    }

    private ObjectNode service(FoundObjects.Found workload) {
        forServices("--hostname", expose.hostname);
        forServices("--path", expose.path);
        forServices("--wildcard-policy", expose.wildcardPolicy);
        boolean isPod = workload.selection().type().equals(KnownTypes.POD);
        ObjectNode service = object(KnownTypes.SERVICE, workload.name());
        ObjectNode labels = ExposeFlags.pairs("--labels", expose.labels);
        JsonNode own = workload.object().at("/metadata/labels");
        put((ObjectNode) service.path("metadata"), "labels", labels.isEmpty() ? own : labels);
        ObjectNode spec = service.putObject("spec");
        ObjectNode wanted = ExposeFlags.pairs("--selector", expose.selector);
        spec.set("selector", wanted.isEmpty() ? selector(workload.object(), isPod) : wanted);
        spec.set(
                "ports",
                new ExposedPorts(expose, workload.object().at(isPod ? "/spec" : "/spec/template/spec")).toJson());
        put(spec, "type", expose.type);
        put(spec, "clusterIP", expose.clusterIp);
        put(spec, "loadBalancerIP", expose.loadBalancerIp);
        put(spec, "sessionAffinity", expose.sessionAffinity);
        if (!expose.externalIp.isEmpty()) {
            spec.putArray("externalIPs").add(expose.externalIp);
        }
        return service;
    }

    private static void forServices(String flag, String value) {
        if (!value.isEmpty()) {
            throw new CommandFailure(flag + " is about routes, and a service is exposed by a service: leave it away");
        }
    }

    private static JsonNode selector(ObjectNode object, boolean isPod) {
        JsonNode selector = object.at(isPod ? "/metadata/labels" : "/spec/selector");
        if (selector.path("matchExpressions").size() > 0) {
            throw new CommandFailure("couldn't retrieve selectors via --selector flag or introspection:"
                    + " a service cannot have match expressions; give --selector");
        }
        JsonNode labels = selector.has("matchLabels") ? selector.path("matchLabels") : selector;
        if (labels.isEmpty()) {
            throw new CommandFailure("couldn't retrieve selectors via --selector flag or introspection:"
                    + " there are no labels; give --selector");
        }
        return labels;
    }

    private ObjectNode object(ResourceType type, String name) {
        ObjectNode object = Json.object().put("apiVersion", type.apiVersion()).put("kind", type.kind());
        object.putObject("metadata").put("name", expose.name.isEmpty() ? name : expose.name);
        return object;
    }

    private static void put(ObjectNode owner, String field, String value) {
        if (!value.isEmpty()) {
            owner.put(field, value);
        }
    }

    private static void put(ObjectNode owner, String field, JsonNode value) {
        if (!value.isEmpty()) {
            owner.set(field, value);
        }
    }
}
