package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** What a user wants to know of a running cluster: where it is, what it builds with, how to log in. */
final class ClusterReport {
    private static final String LATER = "being looked for; \"s2ioc cluster status\" tells";

    private ClusterReport() {}

    static void print(PrintStream out, ClusterFiles files, JsonNode state) {
        line(out, "API server:", state.path("server").asText());
        line(out, "Registry:", state.path("registry").asText());
        line(
                out,
                "Routes:",
                state.path("router").asText() + " and "
                        + state.path("secureRouter").asText());
        line(out, "Builds with:", state.path("engine").asText(LATER));
        line(out, "Pods run in:", state.path("pods").asText(LATER));
        line(out, "Data:", files.directory().toString());
        line(
                out,
                "Log in as:",
                "developer (password: developer) or kubeadmin (password: "
                        + state.path("kubeadminPassword").asText() + ")");
    }

    private static void line(PrintStream out, String key, String value) {
        out.printf("  %-13s %s%n", key, value);
    }
}
