package dev.s2ioc.cluster.pod.env;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.podspec.Quantity;
import dev.s2ioc.cluster.store.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a pod can tell its containers about itself. */
public record PodFields(JsonNode pod, String address, String node, String nodeAddress) {
    private static final Pattern SUBSCRIPT = Pattern.compile("metadata\\.(labels|annotations)\\['(.+)'\\]");
    private static final Quantity ONE = new Quantity(BigDecimal.ONE);

    public String field(String path) {
        Matcher subscript = SUBSCRIPT.matcher(path);
        if (subscript.matches()) {
            return pod.path("metadata")
                    .path(subscript.group(1))
                    .path(subscript.group(2))
                    .asText("");
        }
        return switch (path) {
            case "metadata.labels", "metadata.annotations" ->
                lines(pod.path("metadata").path(path.substring(9)));
            case "status.podIP", "status.podIPs" -> address;
            case "status.hostIP", "status.hostIPs" -> nodeAddress;
            case "spec.nodeName" -> node;
            default -> Json.at(pod, path.split("\\."));
        };
    }

    private static String lines(JsonNode map) {
        return map.propertyStream()
                .map(entry -> entry.getKey() + "=" + Json.text(entry.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** A resource of a container, the one that is named or else the given; what is not limited is this machine's. */
    public String resource(JsonNode reference, JsonNode own) {
        String name = Json.at(reference, "containerName");
        JsonNode container = name.isEmpty() ? own : container(name);
        String[] path = Json.at(reference, "resource").split("\\.", 2);
        Quantity divisor = Quantity.of(reference.path("divisor"))
                .filter(unit -> unit.value().signum() > 0)
                .orElse(ONE);
        Optional<Quantity> amount =
                Quantity.of(container.path("resources").path(path[0]).path(path[1]));
        return Long.toString(amount.orElseGet(() -> whole(path)).in(divisor));
    }

    private static Quantity whole(String[] path) {
        if (path[0].equals("requests")) {
            return new Quantity(BigDecimal.ZERO);
        }
        Runtime machine = Runtime.getRuntime();
        return new Quantity(BigDecimal.valueOf(
                switch (path[1]) {
                    case "cpu" -> machine.availableProcessors();
                    case "memory" -> machineMemory();
                    default -> Long.MAX_VALUE;
                }));
    }

    private static long machineMemory() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    private JsonNode container(String name) {
        for (String list : new String[] {"containers", "initContainers"}) {
            for (JsonNode each : pod.path("spec").path(list)) {
                if (Json.at(each, "name").equals(name)) {
                    return each;
                }
            }
        }
        return Json.object();
    }
}
