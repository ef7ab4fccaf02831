package dev.s2ioc.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.s2ioc.client.KnownTypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The lines about where a service can be reached. */
final class ServiceLines {
    private static final Comparator<String> SAFEST_AND_SHORTEST = Comparator.<String>comparingInt(
                    line -> line.startsWith("https://") ? 0 : line.startsWith("http://") ? 1 : 2)
            .thenComparingInt(line -> line.contains("://") ? line.split(" ")[0].length() : 0)
            .thenComparing(Comparator.naturalOrder());

    private final ProjectObjects objects;

    ServiceLines(ProjectObjects objects) {
        this.objects = objects;
    }

    List<String> of(JsonNode service, Names names) {
        List<String> exposed = new ArrayList<>();
        objects.of(KnownTypes.ROUTE).stream()
                .filter(route -> leadsTo(route, service))
                .forEach(route -> exposed.addAll(route(route, names)));
        exposed.sort(SAFEST_AND_SHORTEST);
        String name = names.of("svc", service);
        if (exposed.isEmpty()) {
            return List.of(name + inside(service.path("spec")));
        }
        exposed.set(0, exposed.getFirst() + " (" + name + ")");
        return exposed;
    }

    static boolean leadsTo(JsonNode route, JsonNode service) {
        List<JsonNode> backends = new ArrayList<>(List.of(route.path("spec").path("to")));
        route.path("spec").path("alternateBackends").forEach(backends::add);
        return Fields.namespace(route).equals(Fields.namespace(service))
                && backends.stream()
                        .anyMatch(backend -> backend.path("name").asText("").equals(Fields.name(service)));
    }

    private static String inside(JsonNode spec) {
        String ip = spec.path("clusterIP").asText("");
        String external = spec.path("externalName").asText("");
        if (spec.path("type").asText("").equals("NodePort")) {
            return " (all nodes)" + ports(spec);
        } else if (ip.equals("None")) {
            return " (headless)" + ports(spec);
        } else if (!ip.isEmpty()) {
            return " - " + ip + ports(spec);
        }
        return external.isEmpty() ? " <initializing>" + ports(spec) : " - " + external;
    }

    private static String ports(JsonNode spec) {
        JsonNode ports = spec.path("ports");
        boolean headless = spec.path("clusterIP").asText("").equals("None");
        if (ports.isEmpty()) {
            return " no ports";
        }
        String arrow = ports.size() == 1 ? " -> " : "->";
        String list = ports.valueStream()
                .map(port -> {
                    String own = number(spec, port);
                    String target = port.path("targetPort").asText("0");
                    return target.equals("0") || headless || target.equals(own) ? own : own + arrow + target;
                })
                .collect(Collectors.joining(", "));
        return (ports.size() == 1 ? ":" : " ports ") + list;
    }

    private static String number(JsonNode spec, JsonNode port) {
        if (!spec.path("type").asText("").equals("NodePort")) {
            return port.path("port").asText();
        }
        int node = port.path("nodePort").asInt();
        return node == 0 ? "<initializing>" : String.valueOf(node);
    }

    private static List<String> route(JsonNode route, Names names) {
        String host = route.path("spec").path("host").asText("");
        List<String> hosts = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (JsonNode ingress : route.path("status").path("ingress")) {
            JsonNode admitted = admission(ingress);
            if (admitted.path("status").asText("").equals("False")) {
                refusals.add(admitted.path("reason").asText(""));
            } else {
                hosts.add(ingress.path("host").asText(""));
            }
        }
        hosts.sort(Comparator.comparing(other -> !other.equals(host)));
        String warning = refusals.isEmpty() ? "" : " (!)";
        if (!hosts.isEmpty()) {
            return hosts.stream()
                    .distinct()
                    .map(one -> exposed(one, route) + warning)
                    .toList();
        } else if (!refusals.isEmpty()) {
            return List.of(names.of("route", route) + " not accepted: "
                    + refusals.stream().sorted().findFirst().orElseThrow());
        } else if (host.isEmpty()) {
            return List.of(names.of("route", route) + " has no host set");
        }
        return List.of(exposed(host, route));
    }

    static JsonNode admission(JsonNode ingress) {
        return ingress.path("conditions")
                .valueStream()
                .filter(condition -> condition.path("type").asText("").equals("Admitted"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String exposed(String host, JsonNode route) {
        JsonNode tls = route.path("spec").path("tls");
        String port = route.path("spec").path("port").path("targetPort").asText("");
        String address = tls.isObject() ? "https://" + host : "http://" + host;
        String note = switch (tls.path("termination").asText("")) {
            case "passthrough" -> " (passthrough)";
            case "reencrypt" -> " (reencrypt)";
            case "edge" ->
                switch (tls.path("insecureEdgeTerminationPolicy").asText("")) {
                    case "Redirect" -> " (redirects)";
                    case "Allow" -> " (and http)";
                    default -> "";
                };
            default -> "";
        };
        return address + note + (port.isEmpty() ? "" : " to pod port " + port);
    }
}
