package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Hooks;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Gives each service an address of its own in 127.96.0.0/16, and ports of this machine to those that want some. */
final class ServiceAddresses implements Hooks {
    private static final String PREFIX = "127.96.";
    private static final int FIRST_NODE_PORT = 30_000;
    private static final int NODE_PORTS = 2768;

    private final Store store;
    /** What was given and may not be stored yet. */
    private final Set<String> given = new HashSet<>();

    ServiceAddresses(Store store) {
        this.store = store;
    }

    @Override
    public void beforeCreate(Call call, ObjectNode service) {
        assign(service);
    }

    @Override
    public void beforeUpdate(Call call, ObjectNode old, ObjectNode service) {
        assign(service);
    }

    private synchronized void assign(ObjectNode service) {
        ObjectNode spec = Json.child(service, "spec");
        String type = Json.at(spec, "type");
        if (type.equals("ExternalName")) {
            spec.remove("clusterIP");
            spec.remove("clusterIPs");
            return;
        }
        String uid = Json.at(service, "metadata", "uid");
        String wanted = Json.at(spec, "clusterIP");
        if (wanted.isEmpty()) {
            wanted = free();
            spec.put("clusterIP", wanted);
            given.add(wanted);
        } else if (!wanted.equals("None")) {
            requireFree(service, wanted, uid);
        }
        spec.putArray("clusterIPs").add(wanted);
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        spec.path("ports").forEach(port -> {
            if (!outside) {
                ((ObjectNode) port).remove("nodePort");
            } else if (port.path("nodePort").asInt() == 0) {
                ((ObjectNode) port).put("nodePort", freeNodePort());
            }
        });
    }

    private Stream<ObjectNode> services() {
        return store.list(ServiceKind.TYPE.resource(), "").stream();
    }

    private String free() {
        Set<String> taken = new HashSet<>(given);
        services().forEach(service -> taken.add(Json.at(service, "spec", "clusterIP")));
        while (true) {
            int number = ThreadLocalRandom.current().nextInt(256, 65_280);
            String address = PREFIX + (number >> 8) + "." + (number & 0xff);
            if (!taken.contains(address)) {
                return address;
            }
        }
    }

    private int freeNodePort() {
        Set<Integer> taken = new HashSet<>();
        services()
                .forEach(service -> service.path("spec")
                        .path("ports")
                        .forEach(port -> taken.add(port.path("nodePort").asInt())));
        while (true) {
            int port = FIRST_NODE_PORT + ThreadLocalRandom.current().nextInt(NODE_PORTS);
            if (!taken.contains(port) && given.add("port " + port)) {
                return port;
            }
        }
    }

    private void requireFree(JsonNode service, String wanted, String uid) {
        Causes causes = new Causes();
        if (!wanted.matches("127\\.96(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){2}")) {
            causes.invalid(
                    "spec.clusterIPs",
                    "[" + wanted + "]",
                    "failed to allocate IP " + wanted
                            + ": the provided IP is not in the valid range. The range of valid IPs is 127.96.0.0/16");
        } else if (services()
                .anyMatch(other -> Json.at(other, "spec", "clusterIP").equals(wanted)
                        && !Json.at(other, "metadata", "uid").equals(uid))) {
            causes.invalid(
                    "spec.clusterIPs",
                    "[" + wanted + "]",
                    "failed to allocate IP " + wanted + ": provided IP is already allocated");
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(ServiceKind.TYPE, Json.at(service, "metadata", "name"), causes);
        }
    }
}
