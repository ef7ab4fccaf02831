package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import java.util.ArrayList;
import java.util.List;

/** Describes a Route: the address that it has, and the services that it leads to. */
final class RouteDescriber implements Describer {
    private final Viewpoint viewpoint;

    RouteDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode route) {
        Outline outline = Outline.openShift();
        JsonNode spec = route.path("spec");
        Header.openShift(route, viewpoint, outline);
        String host = spec.path("host").asText("");
        outline.line("Requested Host:", host.isEmpty() ? "<auto>" : host);
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode ingress : route.path("status").path("ingress")) {
            if (!host.isEmpty() && ingress.path("host").asText("").equals(host)) {
                ingress(ingress, "", outline);
            } else {
                others.add(ingress);
            }
        }
        others.forEach(ingress -> ingress(ingress, ingress.path("host").asText(""), outline));
        outline.field("Path", spec.path("path").asText(""));
        JsonNode tls = spec.path("tls");
        outline.field("TLS Termination", tls.path("termination").asText(""));
        outline.field(
                "Insecure Policy", tls.path("insecureEdgeTerminationPolicy").asText(""));
        outline.line("Endpoint Port:", spec.path("port").path("targetPort").asText("<all endpoint ports>"));
        backends(route, outline);
        return outline.toString();
    }

    private void ingress(JsonNode ingress, String host, Outline outline) {
        for (JsonNode condition : ingress.path("conditions")) {
            if (!condition.path("type").asText().equals("Admitted")) {
                continue;
            }
            String router = ingress.path("routerName").asText("");
            String canonical = ingress.path("routerCanonicalHostname").asText("");
            String at = canonical.isEmpty() ? "" : " (host " + canonical + ")";
            String since = condition.hasNonNull("lastTransitionTime")
                    ? viewpoint.ago(condition.path("lastTransitionTime"))
                    : "";
            if (condition.path("status").asText().equals("True")) {
                outline.line(
                        "", "  " + host + " exposed on router " + router + at + (since.isEmpty() ? "" : " " + since));
            } else if (condition.path("status").asText().equals("False")) {
                String reason = condition.path("reason").asText("");
                outline.line(
                        "",
                        "rejected by router " + router + at + ": " + reason
                                + (since.isEmpty() ? "" : " (" + since + ")"));
                String message = condition.path("message").asText("");
                if (!message.isEmpty()) {
                    outline.line("", "  " + message);
                }
            }
            return;
        }
    }

    private void backends(JsonNode route, Outline outline) {
        List<JsonNode> backends = new ArrayList<>();
        backends.add(route.path("spec").path("to"));
        route.path("spec").path("alternateBackends").forEach(backends::add);
        long total = backends.stream()
                .mapToLong(backend -> backend.path("weight").asLong())
                .sum();
        for (JsonNode backend : backends) {
            String name = backend.path("name").asText("");
            long weight = backend.path("weight").asLong();
            outline.line("");
            outline.line("Service:", name);
            outline.line("Weight:", weight > 0 ? weight + " (" + weight * 100 / total + "%)" : "0");
            outline.line("Endpoints:", endpoints(route, name));
        }
    }

    private String endpoints(JsonNode route, String service) {
        try {
            String port = route.path("spec").path("port").path("targetPort").asText("");
            return ServiceAddresses.of(viewpoint.beside(route), service).ofTarget(port, ", ");
        } catch (ApiException e) {
            return "<error: " + e.getMessage() + ">";
        }
    }
}
