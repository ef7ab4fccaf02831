package dev.s2ioc.cluster.pod.env;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The variables by which containers find the services that there were when they began. */
final class ServiceVariables {
    private static final String SERVICES = "services";

    private ServiceVariables() {}

    /** @param all whether those of the pod's own namespace are named too, beside the API itself */
    static Map<String, String> of(Store store, String namespace, boolean all) {
        List<ObjectNode> services = new ArrayList<>(all ? store.list(SERVICES, namespace) : List.of());
        store.get(new Key(SERVICES, "default", "kubernetes")).ifPresent(services::add);
        Map<String, String> variables = new TreeMap<>();
        services.forEach(service -> add(service, variables));
        return variables;
    }

    private static void add(JsonNode service, Map<String, String> variables) {
        String address = Json.at(service, "spec", "clusterIP");
        JsonNode ports = service.path("spec").path("ports");
        if (address.isEmpty() || address.equals("None") || ports.isEmpty()) {
            return;
        }
        String name = variable(Json.at(service, "metadata", "name"));
        variables.put(name + "_SERVICE_HOST", address);
        variables.put(name + "_SERVICE_PORT", Json.at(ports.get(0), "port"));
        variables.put(name + "_PORT", url(ports.get(0), address));
        for (JsonNode port : ports) {
            String portName = Json.at(port, "name");
            if (!portName.isEmpty()) {
                variables.put(name + "_SERVICE_PORT_" + variable(portName), Json.at(port, "port"));
            }
            String prefix = name + "_PORT_" + Json.at(port, "port") + "_"
                    + protocol(port).toUpperCase(Locale.ROOT);
            variables.put(prefix, url(port, address));
            variables.put(prefix + "_PROTO", protocol(port));
            variables.put(prefix + "_PORT", Json.at(port, "port"));
            variables.put(prefix + "_ADDR", address);
        }
    }

    private static String url(JsonNode port, String address) {
        return protocol(port) + "://" + address + ":" + Json.at(port, "port");
    }

    private static String protocol(JsonNode port) {
        return port.path("protocol").asText("TCP").toLowerCase(Locale.ROOT);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
