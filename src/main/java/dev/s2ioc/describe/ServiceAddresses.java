package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where a service leads: the addresses of pods that are ready. */
final class ServiceAddresses {
    private static final int MOST = 3;

    private final List<Address> addresses;

    private record Address(String portName, int port, String ip) {}

    private ServiceAddresses(List<Address> addresses) {
        this.addresses = addresses;
    }

    /** @throws ApiException if they may not be seen */
    static ServiceAddresses of(Resources beside, String service) {
        List<Address> addresses = new ArrayList<>();
        try {
            beside.list(KnownTypes.ENDPOINT_SLICE, ListOptions.ALL.withLabels("kubernetes.io/service-name=" + service))
                    .path("items")
                    .forEach(slice -> addSlice(slice, addresses));
        } catch (ApiException e) {
            if (!e.isNotFound()) {
                throw e;
            }
            // Servers of OpenShift 3 and early 4 have the older form alone.
            addEndpoints(beside, service, addresses);
        }
        return new ServiceAddresses(addresses);
    }

    private static void addSlice(JsonNode slice, List<Address> addresses) {
        for (JsonNode port : slice.path("ports")) {
            for (JsonNode endpoint : slice.path("endpoints")) {
                JsonNode ready = endpoint.path("conditions").path("ready");
                String ip = endpoint.path("addresses").path(0).asText("");
                if (ready.asBoolean(true) && !ip.isEmpty()) {
                    addresses.add(new Address(
                            port.path("name").asText(""), port.path("port").asInt(), ip));
                }
            }
        }
    }

    private static void addEndpoints(Resources beside, String service, List<Address> addresses) {
        JsonNode endpoints;
        try {
            endpoints = beside.get(KnownTypes.ENDPOINTS, service);
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return;
            }
            throw e;
        }
        for (JsonNode subset : endpoints.path("subsets")) {
            for (JsonNode port : subset.path("ports")) {
                for (JsonNode address : subset.path("addresses")) {
                    addresses.add(new Address(
                            port.path("name").asText(""),
                            port.path("port").asInt(),
                            address.path("ip").asText("")));
                }
            }
        }
    }

    /** Those of a port of the service, by the name that it has there. */
    String ofPort(String name, String separator) {
        return listed(address -> address.portName().equals(name), separator);
    }

    /** Those of a port that is named by its name or its number at the pods; all when no port is named. */
    String ofTarget(String port, String separator) {
        return listed(
                address -> port.isEmpty()
                        || address.portName().equals(port)
                        || String.valueOf(address.port()).equals(port),
                separator);
    }

    private String listed(Predicate<Address> wanted, String separator) {
        List<String> found = addresses.stream()
                .filter(wanted)
                .map(address ->
                        (address.ip().contains(":") ? "[" + address.ip() + "]" : address.ip()) + ":" + address.port())
                .toList();
        if (found.isEmpty()) {
            return "<none>";
        }
        String first = String.join(separator, found.subList(0, Math.min(MOST, found.size())));
        return found.size() > MOST ? first + " + " + (found.size() - MOST) + " more..." : first;
    }
}
