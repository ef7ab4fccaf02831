package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Labels;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.store.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the specification of a pod must and must not say. What no pod of this cluster can have is refused, not passed over. */
public final class PodSpecRules {
    private static final List<String> RESTARTS = List.of("Always", "Never", "OnFailure");
    private static final List<String> DNS = List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");
    private static final List<String> NOT_HERE =
            List.of("hostPID", "hostIPC", "shareProcessNamespace", "setHostnameAsFQDN");
    private static final List<String> NOT_HERE_EITHER =
            List.of("dnsConfig", "runtimeClassName", "overhead", "schedulingGates", "resourceClaims", "resources");
    private static final long LARGEST = Integer.MAX_VALUE;

    private PodSpecRules() {}

    /** A pod, to which containers may have been added since it was made. */
    public static void validatePod(JsonNode spec, Causes causes) {
        validate(((ObjectNode) spec.deepCopy()).without("ephemeralContainers"), "spec", causes);
        Set<String> volumes = new HashSet<>();
        spec.path("volumes").forEach(volume -> volumes.add(Json.at(volume, "name")));
        EphemeralRules.validate(spec, volumes, causes);
    }

    /** @param field where the specification is: {@code spec}, or {@code spec.template.spec} */
    public static void validate(JsonNode spec, String field, Causes causes) {
        Set<String> volumes = VolumeRules.validate(spec.path("volumes"), field + ".volumes", causes);
        validateContainers(spec, field, volumes, causes);
        choice(spec, "restartPolicy", RESTARTS, field, causes);
        choice(spec, "dnsPolicy", DNS, field, causes);
        validateTimes(spec, field, causes);
        validateNames(spec, field, causes);
        SecurityRules.validatePod(spec.path("securityContext"), field + ".securityContext", causes);
        validateUnsupported(spec, field, causes);
        validateAffinity(spec.path("affinity"), field + ".affinity", causes);
    }

    private static void validateContainers(JsonNode spec, String field, Set<String> volumes, Causes causes) {
        if (spec.path("containers").isEmpty()) {
            causes.required(field + ".containers", "");
        }
        Set<String> names = new HashSet<>();
        boolean hostNetwork = spec.path("hostNetwork").asBoolean();
        for (String list : List.of("initContainers", "containers")) {
            for (int i = 0; i < spec.path(list).size(); i++) {
                String where = field + "." + list + "[" + i + "]";
                JsonNode container = spec.path(list).get(i);
                new ContainerRules(container, where, causes).validate(volumes, hostNetwork, list.startsWith("init"));
                String name = Json.at(container, "name");
                if (!name.isEmpty() && !names.add(name)) {
                    causes.duplicate(where + ".name", name);
                }
            }
        }
    }

    static void choice(JsonNode object, String name, List<String> possible, String field, Causes causes) {
        String value = Json.at(object, name);
        if (!value.isEmpty() && !possible.contains(value)) {
            causes.notSupported(field + "." + name, value, possible);
        }
    }

    private static void validateTimes(JsonNode spec, String field, Causes causes) {
        JsonNode deadline = spec.path("activeDeadlineSeconds");
        if (deadline.isNumber() && (deadline.asLong() < 1 || deadline.asLong() > LARGEST)) {
            causes.invalid(field + ".activeDeadlineSeconds", deadline, "must be between 1 and 2147483647, inclusive");
        }
        JsonNode grace = spec.path("terminationGracePeriodSeconds");
        if (grace.asLong() < 0) {
            causes.invalid(field + ".terminationGracePeriodSeconds", grace, "must be greater than or equal to 0");
        }
    }

    private static void validateNames(JsonNode spec, String field, Causes causes) {
        String account = Json.at(spec, "serviceAccountName");
        if (!account.isEmpty()) {
            Names.subdomainFault(account)
                    .ifPresent(fault -> causes.invalid(field + ".serviceAccountName", account, fault));
        }
        for (String name : List.of("hostname", "subdomain")) {
            String value = Json.at(spec, name);
            if (!value.isEmpty()) {
                Names.labelFault(value).ifPresent(fault -> causes.invalid(field + "." + name, value, fault));
            }
        }
        spec.path("nodeSelector")
                .properties()
                .forEach(entry -> Labels.keyFault(entry.getKey())
                        .ifPresent(fault -> causes.invalid(field + ".nodeSelector", entry.getKey(), fault)));
        String priority = Json.at(spec, "priorityClassName");
        if (!priority.isEmpty() && !priority.startsWith("system-")) {
            causes.forbidden(field + ".priorityClassName", "no PriorityClass with name " + priority + " was found");
        }
        for (int i = 0; i < spec.path("hostAliases").size(); i++) {
            JsonNode alias = spec.path("hostAliases").get(i);
            if (Json.at(alias, "ip").isEmpty()) {
                causes.invalid(
                        field + ".hostAliases[" + i + "].ip",
                        "",
                        "must be a valid IP address, (e.g. 10.9.8.7 or" + " 2001:db8::ffff)");
            }
        }
    }

    private static void validateUnsupported(JsonNode spec, String field, Causes causes) {
        for (String name : NOT_HERE) {
            if (spec.path(name).asBoolean()) {
                causes.forbidden(field + "." + name, "the local cluster cannot do this");
            }
        }
        for (String name : NOT_HERE_EITHER) {
            if (spec.hasNonNull(name)
                    && !(spec.get(name).isContainerNode() && spec.get(name).isEmpty())) {
                causes.forbidden(field + "." + name, "the local cluster cannot do this");
            }
        }
        if (!spec.path("ephemeralContainers").isEmpty()) {
            causes.forbidden(field + ".ephemeralContainers", "cannot be set on create");
        }
        if (Json.at(spec, "os", "name").equals("windows")) {
            causes.forbidden(field + ".os.name", "the local cluster runs containers of Linux only");
        }
    }

    /** There is one node: what is preferred holds as well as it can, what is required would never be looked at. */
    private static void validateAffinity(JsonNode affinity, String field, Causes causes) {
        affinity.properties().forEach(kind -> {
            if (!kind.getValue()
                    .path("requiredDuringSchedulingIgnoredDuringExecution")
                    .isEmpty()) {
                causes.forbidden(
                        field + "." + kind.getKey() + ".requiredDuringSchedulingIgnoredDuringExecution",
                        "the local cluster has one node and no choice; leave it out, or prefer it only");
            }
        });
    }
}
