package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes a Service: its addresses and ports, and the pods behind them. */
final class ServiceDescriber implements Describer {
    private final Viewpoint viewpoint;

    ServiceDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode service) {
        Outline outline = Outline.kubernetes();
        JsonNode spec = service.path("spec");
        Header.name(service, outline);
        Header.kubernetes(service, outline);
        outline.line("Selector:", SelectorText.ofLabels(spec.path("selector")));
        outline.line("Type:", spec.path("type").asText("ClusterIP"));
        outline.optional("IP Family Policy", spec.path("ipFamilyPolicy").asText(""));
        outline.field("IP Families", words(spec.path("ipFamilies")));
        outline.line("IP:", spec.path("clusterIP").asText(""));
        outline.field("IPs", words(spec.path("clusterIPs")));
        outline.optional("External IPs", words(spec.path("externalIPs")));
        outline.optional("Desired LoadBalancer IP", spec.path("loadBalancerIP").asText(""));
        outline.optional("External Name", spec.path("externalName").asText(""));
        outline.optional("LoadBalancer Ingress", ingress(service.path("status").path("loadBalancer")));
        ports(service, outline);
        outline.line("Session Affinity:", spec.path("sessionAffinity").asText("None"));
        outline.optional(
                "External Traffic Policy", spec.path("externalTrafficPolicy").asText(""));
        outline.optional(
                "Internal Traffic Policy", spec.path("internalTrafficPolicy").asText(""));
        outline.optional(
                "HealthCheck NodePort", spec.path("healthCheckNodePort").asText(""));
        outline.optional("LoadBalancer Source Ranges", words(spec.path("loadBalancerSourceRanges")));
        outline.optional(
                "Traffic Distribution", spec.path("trafficDistribution").asText(""));
        new Events(viewpoint).add(List.of(service), outline);
        return outline.toString();
    }

    private static String words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.joining(","));
    }

    private static String ingress(JsonNode balancer) {
        return balancer.path("ingress")
                .valueStream()
                .map(one -> one.hasNonNull("ip")
                        ? one.path("ip").asText()
                                + (one.hasNonNull("ipMode")
                                        ? " (" + one.path("ipMode").asText() + ")"
                                        : "")
                        : one.path("hostname").asText())
                .collect(Collectors.joining(", "));
    }

    private void ports(JsonNode service, Outline outline) {
        String failure = "";
        Optional<ServiceAddresses> addresses = Optional.empty();
        try {
            addresses = Optional.of(ServiceAddresses.of(
                    viewpoint.beside(service),
                    service.path("metadata").path("name").asText()));
        } catch (ApiException e) {
            // Who may not see where it leads may still see the service.
            failure = "<error: " + e.getMessage() + ">";
        }
        for (JsonNode port : service.path("spec").path("ports")) {
            String name = port.path("name").asText("");
            String shown = name.isEmpty() ? "<unset>" : name;
            String protocol = "/" + port.path("protocol").asText("TCP");
            outline.line("Port:", shown, port.path("port").asText() + protocol);
            outline.line("TargetPort:", port.path("targetPort").asText("0") + protocol);
            if (port.path("nodePort").asInt() != 0) {
                outline.line("NodePort:", shown, port.path("nodePort").asText() + protocol);
            }
            outline.line(
                    "Endpoints:",
                    addresses.map(found -> found.ofPort(name, ",")).orElse(failure));
        }
    }
}
