package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.Map;

/** The one place where pods can be: this machine. */
public final class Node {
    public static final String NAME = "localhost";
    public static final String ADDRESS = "127.0.0.1";

    private static final Map<String, String> LABELS = Map.of(
            "kubernetes.io/hostname",
            NAME,
            "kubernetes.io/os",
            "linux",
            "kubernetes.io/arch",
            architecture(),
            "node-role.kubernetes.io/worker",
            "",
            "node-role.kubernetes.io/control-plane",
            "");

    private Node() {}

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> System.getProperty("os.arch");
        };
    }

    /** Whether it has all the labels that a pod wants. */
    public static boolean matches(JsonNode spec) {
        return spec.path("nodeSelector")
                .propertyStream()
                .allMatch(wanted -> wanted.getValue().asText().equals(LABELS.get(wanted.getKey())));
    }

    /** Whether a pod has been given this place. */
    static boolean has(JsonNode pod) {
        return Json.at(pod, "spec", "nodeName").equals(NAME);
    }
}
