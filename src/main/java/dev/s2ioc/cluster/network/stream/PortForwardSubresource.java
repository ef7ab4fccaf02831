package dev.s2ioc.cluster.network.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.network.spdy.SpdyConnection;
import dev.s2ioc.cluster.pod.PodAccess;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** pods/X/portforward: connections of a caller to ports in a pod. */
record PortForwardSubresource(Kinds kinds, PodAccess pods) implements Subresource {
    private static final String OVER_SPDY = "portforward.k8s.io";
    private static final String TUNNELLED = "SPDY/3.1+portforward.k8s.io";
    private static final String CHANNELS = "v4.channel.k8s.io";

    @Override
    public String name() {
        return "portforward";
    }

    @Override
    public String kind() {
        return "PodPortForwardOptions";
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.get, Verb.create);
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        Conversation conversation = new Conversation(request);
        Forwarding.Target target = port -> pods.connect(request.call(), request.name(), port);
        if (Protocols.isWebSocket(request)) {
            String protocol = Protocols.ofWebSocket(request, List.of(TUNNELLED, CHANNELS));
            List<Integer> ports = protocol.equals(CHANNELS) ? ports(request) : List.of();
            requireRunning(request);
            if (protocol.equals(CHANNELS)) {
                new ChannelForwarding(conversation.webSocket(protocol), ports, target).run();
            } else {
                new SpdyForwarding(new SpdyConnection(new Tunnel(conversation.webSocket(protocol))), target).run();
            }
        } else if (Protocols.isSpdy(request)) {
            String protocol = Protocols.ofSpdy(request, List.of(OVER_SPDY));
            requireRunning(request);
            new SpdyForwarding(conversation.spdy(protocol), target).run();
        } else {
            throw StatusException.badRequest("Upgrade request required");
        }
    }

    private void requireRunning(Request request) {
        ObjectNode pod = kinds.resource("pods").get(request.call(), request.name());
        String phase = Json.at(pod, "status", "phase");
        if (!phase.equals("Running")) {
            throw StatusException.badRequest(
                    "unable to forward port because pod is not running. Current status=" + phase);
        }
    }

    private static List<Integer> ports(Request request) {
        List<String> ports = request.call().parameters("ports").stream()
                .flatMap(each -> List.of(each.split(",")).stream())
                .toList();
        if (ports.isEmpty()) {
            throw StatusException.badRequest("query parameter \"ports\" is required");
        }
        return ports.stream().map(Forwarding::port).toList();
    }
}
