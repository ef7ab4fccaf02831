package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.LocalPatch;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.PatchException;
import picocli.CommandLine.Option;

/** The flags that describe the route or service that {@code expose} makes. */
public final class ExposeFlags {

    @Option(names = "--name", paramLabel = "NAME", description = "Its name; that of what is exposed, unless said.")
    String name = "";

    @Option(
            names = {"-l", "--labels"},
            paramLabel = "NAME=VALUE,…",
            description = "Its labels; of a service: instead of those of what is exposed.")
    String labels = "";

    @Option(names = "--port", paramLabel = "PORT", description = "The port; of a route: of the service, or its name.")
    String port = "";

    @Option(names = "--hostname", paramLabel = "NAME", description = "Of a route: the host.")
    String hostname = "";

    @Option(names = "--path", paramLabel = "PATH", description = "Of a route: the path that requests must begin with.")
    String path = "";

    @Option(
            names = "--wildcard-policy",
            paramLabel = "None|Subdomain",
            description = "Of a route: whether it is for all hosts below the host.")
    String wildcardPolicy = "";

    @Option(
            names = "--selector",
            paramLabel = "NAME=VALUE,…",
            description = "Of a service: which pods; those of what is exposed, unless said.")
    String selector = "";

    @Option(
            names = "--target-port",
            paramLabel = "PORT",
            description = "Of a service: where the pods listen, or the port's name.")
    String targetPort = "";

    @Option(names = "--protocol", paramLabel = "TCP|UDP|SCTP", description = "Of a service: what is spoken.")
    String protocol = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Of a service: ClusterIP, NodePort, LoadBalancer or ExternalName.")
    String type = "";

    @Option(names = "--cluster-ip", paramLabel = "IP", description = "Of a service: its address; None for none.")
    String clusterIp = "";

    @Option(names = "--external-ip", paramLabel = "IP", description = "Of a service: another address.")
    String externalIp = "";

    @Option(names = "--load-balancer-ip", paramLabel = "IP", description = "Of a LoadBalancer: its address.")
    String loadBalancerIp = "";

    @Option(
            names = "--session-affinity",
            paramLabel = "None|ClientIP",
            description = "Of a service: whether one client always meets the same pod.")
    String sessionAffinity = "";

    @Option(
            names = "--overrides",
            paramLabel = "JSON",
            description = "A patch that changes the object at last, as in '{\"spec\": {…}}'.")
    String overrides = "";

    @Option(
            names = "--override-type",
            paramLabel = "json|merge|strategic",
            defaultValue = "merge",
            description = "What kind of patch they are. Default: ${DEFAULT-VALUE}")
    String overrideType;

    /** @throws CommandFailure if a value is none that is known */
    void check() {
        oneOf("--wildcard-policy", wildcardPolicy, "None|Subdomain");
        oneOf("--protocol", protocol, "TCP|UDP|SCTP");
        oneOf("--type", type, "ClusterIP|NodePort|LoadBalancer|ExternalName");
        oneOf("--session-affinity", sessionAffinity, "None|ClientIP");
        oneOf("--override-type", overrideType, "json|merge|strategic");
    }

    private static void oneOf(String flag, String value, String known) {
        if (!value.isEmpty() && !value.matches(known)) {
            throw new CommandFailure(flag + " must be one of " + known.replace("|", ", ") + ", not \"" + value + "\"");
        }
    }

    /** Labels as flags write them. */
    static ObjectNode pairs(String flag, String text) {
        ObjectNode pairs = Json.object();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            String[] parts = pair.split("=", -1);
            if (parts.length != 2 || parts[0].isEmpty()) {
                throw new CommandFailure(flag + " is a list of NAME=VALUE, and \"" + pair + "\" is none");
            }
            pairs.put(parts[0], parts[1]);
        }
        return pairs;
    }

    /** The object with what {@code --overrides} says. */
    ObjectNode overridden(ObjectNode object) {
        if (overrides.isEmpty()) {
            return object;
        }
        try {
            return LocalPatch.named(overrideType)
                    .orElseThrow()
                    .apply(object, Manifest.document("--overrides", overrides));
        } catch (PatchException e) {
            throw new CommandFailure("--overrides does not fit: " + e.getMessage(), e);
        }
    }
}
