package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pods answer for a service, as Endpoints and as an EndpointSlice. */
record ServiceEndpoints(JsonNode service, List<ObjectNode> pods) {

    /** Of all pods of the namespace those that it selects, by name. */
    static ServiceEndpoints of(JsonNode service, List<ObjectNode> pods) {
        return new ServiceEndpoints(
                service,
                pods.stream()
                        .filter(pod -> selects(service, pod)
                                && !Json.at(pod, "status", "podIP").isEmpty())
                        .filter(pod -> !List.of("Succeeded", "Failed").contains(Json.at(pod, "status", "phase")))
                        .sorted(Comparator.comparing(pod -> Json.at(pod, "metadata", "name")))
                        .toList());
    }

    static boolean selects(JsonNode service, JsonNode pod) {
        JsonNode selector = service.path("spec").path("selector");
        return !selector.isEmpty()
                && selector.propertyStream()
                        .allMatch(each -> each.getValue()
                                .asText()
                                .equals(pod.path("metadata")
                                        .path("labels")
                                        .path(each.getKey())
                                        .asText(null)));
    }

    private boolean isReady(JsonNode pod) {
        return publishesAll() || isServing(pod);
    }

    private boolean publishesAll() {
        return service.path("spec").path("publishNotReadyAddresses").asBoolean();
    }

    private static boolean leaves(JsonNode pod) {
        return pod.path("metadata").has("deletionTimestamp");
    }

    private static boolean isServing(JsonNode pod) {
        return !leaves(pod)
                && pod.path("status")
                        .path("conditions")
                        .valueStream()
                        .anyMatch(condition -> Json.at(condition, "type").equals("Ready")
                                && Json.at(condition, "status").equals("True"));
    }

    ArrayNode subsets() {
        Map<ArrayNode, ObjectNode> byPorts = new LinkedHashMap<>();
        for (ObjectNode pod : pods) {
            if (leaves(pod) && !publishesAll()) {
                continue;
            }
            ArrayNode ports = ports(pod);
            if (ports.isEmpty() && !service.path("spec").path("ports").isEmpty()) {
                continue;
            }
            ObjectNode subset = byPorts.computeIfAbsent(ports, none -> Json.object());
            ObjectNode address = Json.items(subset, isReady(pod) ? "addresses" : "notReadyAddresses")
                    .addObject();
            address.put("ip", Json.at(pod, "status", "podIP"));
            hostname(pod).ifPresent(hostname -> address.put("hostname", hostname));
            address.put("nodeName", Json.at(pod, "spec", "nodeName"));
            address.set("targetRef", reference(pod));
        }
        ArrayNode subsets = Json.array();
        byPorts.forEach((ports, subset) -> {
            subset.set("ports", ports);
            subsets.add(subset);
        });
        return subsets;
    }

    /** The name that a pod has within the service, if it wants to be known there by one. */
    private Optional<String> hostname(JsonNode pod) {
        return Optional.of(Json.at(pod, "spec", "hostname"))
                .filter(name -> !name.isEmpty()
                        && Json.at(pod, "spec", "subdomain").equals(Json.at(service, "metadata", "name")));
    }

    private static ObjectNode reference(JsonNode pod) {
        ObjectNode reference = Json.object().put("kind", "Pod");
        for (String field : List.of("namespace", "name", "uid")) {
            reference.put(field, Json.at(pod, "metadata", field));
        }
        return reference;
    }

    private ArrayNode ports(JsonNode pod) {
        ArrayNode ports = Json.array();
        for (JsonNode port : service.path("spec").path("ports")) {
            number(port, pod).ifPresent(number -> {
                ObjectNode found = ports.addObject();
                if (!Json.at(port, "name").isEmpty()) {
                    found.put("name", Json.at(port, "name"));
                }
                found.put("port", number).put("protocol", Json.at(port, "protocol"));
            });
        }
        return ports;
    }

    private static Optional<Integer> number(JsonNode port, JsonNode pod) {
        JsonNode target = port.path("targetPort");
        if (target.isInt() || target.asText().matches("[0-9]+")) {
            return Optional.of(target.asInt());
        }
        return pod.path("spec")
                .path("containers")
                .valueStream()
                .flatMap(container -> container.path("ports").valueStream())
                .filter(each -> Json.at(each, "name").equals(target.asText()))
                .map(each -> each.path("containerPort").asInt())
                .findFirst();
    }

    /** Empty when no pod is selected; all pods have the ports of the first here. */
    ObjectNode slice() {
        ObjectNode slice = Json.object().put("addressType", "IPv4");
        ArrayNode endpoints = slice.putArray("endpoints");
        for (ObjectNode pod : pods) {
            ObjectNode endpoint = endpoints.addObject();
            endpoint.putArray("addresses").add(Json.at(pod, "status", "podIP"));
            endpoint.putObject("conditions")
                    .put("ready", isReady(pod))
                    .put("serving", isServing(pod))
                    .put("terminating", leaves(pod));
            hostname(pod).ifPresent(hostname -> endpoint.put("hostname", hostname));
            endpoint.put("nodeName", Json.at(pod, "spec", "nodeName"));
            endpoint.set("targetRef", reference(pod));
        }
        ArrayNode ports = slice.putArray("ports");
        if (!pods.isEmpty()) {
            for (JsonNode port : ports(pods.getFirst())) {
                // Of slices, and of them alone, clients expect a name even where it is empty.
                ports.addObject().put("name", Json.at(port, "name")).setAll((ObjectNode) port);
            }
        }
        return slice;
    }
}
