package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.ArrayList;
import java.util.List;

/** The ports of a service: those that the user names, or those that the containers say they listen on. */
final class ExposedPorts {
    private record Port(String number, String protocol) {}

    private final ExposeFlags flags;
    private final List<Port> listening = new ArrayList<>();

    ExposedPorts(ExposeFlags flags, JsonNode pod) {
        this.flags = flags;
        for (JsonNode container : pod.path("containers")) {
            for (JsonNode port : container.path("ports")) {
                listening.add(new Port(
                        port.path("containerPort").asText(),
                        port.path("protocol").asText("TCP")));
            }
        }
    }

    ArrayNode toJson() {
        List<Port> ports = wanted();
        if (ports.isEmpty() && !flags.clusterIp.equals("None")) {
            throw new CommandFailure("couldn't find port via --port flag or introspection");
        }
        ArrayNode list = Json.array();
        for (Port port : ports) {
            ObjectNode entry = list.addObject();
            if (ports.size() > 1) {
                entry.put("name", "port-" + list.size());
            }
            entry.put("protocol", port.protocol()).put("port", number(port.number()));
            String target = flags.targetPort.isEmpty() ? port.number() : flags.targetPort;
            if (target.matches("[0-9]+")) {
                entry.put("targetPort", number(target));
            } else {
                entry.put("targetPort", target);
            }
        }
        return list;
    }

    private List<Port> wanted() {
        if (flags.port.isEmpty()) {
            return flags.protocol.isEmpty()
                    ? listening
                    : listening.stream()
                            .map(port -> new Port(port.number(), flags.protocol))
                            .distinct()
                            .toList();
        }
        return List.of(flags.port.split(",", -1)).stream()
                .map(number -> new Port(number, protocol(number)))
                .toList();
    }

    private String protocol(String number) {
        return flags.protocol.isEmpty()
                ? listening.stream()
                        .filter(port -> port.number().equals(number))
                        .findFirst()
                        .map(Port::protocol)
                        .orElse("TCP")
                : flags.protocol;
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new CommandFailure("\"" + text + "\" is not a port; a port is a number from 1 to 65535");
        }
        return Integer.parseInt(text);
    }
}
