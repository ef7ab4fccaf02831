package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.gotemplate.GoText;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The lines about how it is found out whether a container lives, is ready and has started. */
final class Probes {
    private static final Map<String, String> KINDS = new TreeMap<>(
            Map.of("livenessProbe", "Liveness", "readinessProbe", "Readiness", "startupProbe", "Startup"));

    private Probes() {}

    static void add(JsonNode container, Outline outline) {
        KINDS.forEach((field, label) -> {
            JsonNode probe = container.path(field);
            if (probe.isObject()) {
                outline.line("    " + label + ":", action(probe) + times(probe));
            }
        });
    }

    private static String action(JsonNode probe) {
        JsonNode http = probe.path("httpGet");
        if (probe.path("exec").isObject()) {
            return "exec " + GoText.of(probe.path("exec").path("command"));
        } else if (http.isObject()) {
            return "http-get " + http.path("scheme").asText("HTTP").toLowerCase(Locale.ROOT) + "://"
                    + http.path("host").asText("") + ":" + http.path("port").asText()
                    + http.path("path").asText("");
        } else if (probe.path("tcpSocket").isObject()) {
            return "tcp-socket " + probe.path("tcpSocket").path("host").asText("") + ":"
                    + probe.path("tcpSocket").path("port").asText();
        } else if (probe.path("grpc").isObject()) {
            return "grpc <pod>:" + probe.path("grpc").path("port").asText() + " "
                    + probe.path("grpc").path("service").asText("");
        }
        return "unknown";
    }

    private static String times(JsonNode probe) {
        return " delay=%ss timeout=%ss period=%ss #success=%s #failure=%s"
                .formatted(
                        probe.path("initialDelaySeconds").asText("0"),
                        probe.path("timeoutSeconds").asText("0"),
                        probe.path("periodSeconds").asText("0"),
                        probe.path("successThreshold").asText("0"),
                        probe.path("failureThreshold").asText("0"));
    }
}
