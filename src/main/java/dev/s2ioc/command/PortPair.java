package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;

/**
 * A port of this machine and the port of the pod that it leads to.
 *
 * @param local 0 for any that is free
 */
record PortPair(int local, int remote) {

    /**
     * Reads {@code [LOCAL:]REMOTE}, where the remote one may be a name that the pod or the service has for it.
     *
     * @throws CommandFailure if there is no such port
     */
    static PortPair parse(String word, TargetPod target) {
        String[] parts = word.split(":", -1);
        if (parts.length > 2) {
            throw new CommandFailure("invalid port format '" + word + "'");
        }
        String remote = parts[parts.length - 1];
        if (remote.isEmpty()) {
            throw new CommandFailure("remote port cannot be empty");
        }
        boolean service = target.type().equals(KnownTypes.SERVICE);
        int own = service ? servicePort(target.object(), remote) : podPort(target, remote);
        int port = service ? targetPort(target, own) : own;
        if (port < 1 || port > 65535) {
            throw new CommandFailure("remote port must be > 0");
        }
        // Without a local port, it is the one that the user wrote: of a service, the service's.
        return new PortPair(parts.length == 2 ? local(parts[0], word) : own, port);
    }

    private static int local(String text, String word) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
            throw new CommandFailure("error parsing local port '" + text + "' of '" + word + "': not a port number");
        }
        return Integer.parseInt(text);
    }

    private static int podPort(TargetPod target, String port) {
        boolean number = port.matches("[0-9]{1,5}");
        for (JsonNode container : target.pod().at("/spec/containers")) {
            for (JsonNode declared : container.path("ports")) {
                boolean same = number
                        ? declared.path("containerPort").asText().equals(port)
                        : declared.path("name").asText().equals(port);
                if (same) {
                    requireTcp(declared, port);
                    return declared.path("containerPort").asInt();
                }
            }
        }
        if (!number) {
            throw new CommandFailure("Pod '" + target.name() + "' does not have a named port '" + port + "'");
        }
        return Integer.parseInt(port);
    }

    private static int servicePort(JsonNode service, String port) {
        return servicePortOf(service, port).path("port").asInt();
    }

    private static JsonNode servicePortOf(JsonNode service, String port) {
        for (JsonNode declared : service.at("/spec/ports")) {
            if (declared.path("port").asText().equals(port)
                    || declared.path("name").asText().equals(port)) {
                requireTcp(declared, port);
                return declared;
            }
        }
        throw new CommandFailure(
                port.matches("[0-9]+")
                        ? "Service " + Builds.name(service) + " does not have a service port " + port
                        : "Service '" + Builds.name(service) + "' does not have a named port '" + port + "'");
    }

    private static int targetPort(TargetPod target, int own) {
        JsonNode declared = servicePortOf(target.object(), String.valueOf(own));
        if (target.object().at("/spec/clusterIP").asText().equals("None")) {
            return own; // A headless service leads to the pod itself.
        }
        JsonNode port = declared.path("targetPort");
        if (port.isMissingNode() || port.asText().equals("0")) {
            return own;
        }
        return port.isInt() ? port.asInt() : podPort(target, port.asText());
    }

    private static void requireTcp(JsonNode declared, String port) {
        if (declared.path("protocol").asText("TCP").equals("UDP")) {
            throw new CommandFailure("UDP protocol is not supported for " + port);
        }
    }
}
