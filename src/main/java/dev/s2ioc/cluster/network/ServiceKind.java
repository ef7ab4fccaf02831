package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Services: a name and an address for pods that answer. */
public final class ServiceKind implements Kind {
    public static final Type TYPE =
            Type.namespaced("", "v1", "services", "Service", "svc").inAll();

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text("Type", "How the service is reached.", (service, now) -> Json.at(service, "spec", "type")),
                Column.text(
                        "Cluster-IP",
                        "Its address within the cluster.",
                        (service, now) -> orNone(Json.at(service, "spec", "clusterIP"))),
                Column.text("External-IP", "Its address outside.", (service, now) -> external(service)),
                Column.text("Port(s)", "Its ports.", (service, now) -> ports(service)),
                Column.age(),
                Column.text("Selector", "Which pods answer.", (service, now) -> selector(service))
                        .wide());
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "<none>" : text;
    }

    private static String external(JsonNode service) {
        String type = Json.at(service, "spec", "type");
        if (type.equals("ExternalName")) {
            return Json.at(service, "spec", "externalName");
        }
        String given = service.path("spec")
                .path("externalIPs")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
        return given.isEmpty() && type.equals("LoadBalancer") ? "<pending>" : orNone(given);
    }

    private static String ports(JsonNode service) {
        return orNone(service.path("spec")
                .path("ports")
                .valueStream()
                .map(port -> port.path("port").asText()
                        + (port.path("nodePort").asInt() > 0
                                ? ":" + port.path("nodePort").asText()
                                : "")
                        + "/" + Json.at(port, "protocol"))
                .collect(Collectors.joining(",")));
    }

    private static String selector(JsonNode service) {
        return orNone(service.path("spec")
                .path("selector")
                .propertyStream()
                .map(each -> each.getKey() + "=" + each.getValue().asText())
                .sorted()
                .collect(Collectors.joining(",")));
    }

    @Override
    public void prepareForCreate(Call call, ObjectNode service) {
        service.putObject("status").putObject("loadBalancer");
    }

    /** The address is given once. */
    @Override
    public void prepareForUpdate(Call call, ObjectNode old, ObjectNode service) {
        service.set("status", old.path("status").deepCopy());
        ObjectNode spec = Json.child(service, "spec");
        for (String field : List.of("clusterIP", "clusterIPs")) {
            boolean same = !Json.at(spec, "type").equals("ExternalName");
            if (!spec.hasNonNull(field) && same && old.path("spec").has(field)) {
                spec.set(field, old.path("spec").get(field));
            }
        }
    }

    @Override
    public void setDefaults(ObjectNode service) {
        ObjectNode spec = Json.child(service, "spec");
        setDefault(spec, "type", "ClusterIP");
        setDefault(spec, "sessionAffinity", "None");
        String type = Json.at(spec, "type");
        if (Json.at(spec, "sessionAffinity").equals("ClientIP")) {
            ObjectNode client = Json.child(Json.child(spec, "sessionAffinityConfig"), "clientIP");
            if (!client.has("timeoutSeconds")) {
                client.put("timeoutSeconds", 10_800);
            }
        }
        if (!type.equals("ExternalName")) {
            setDefault(spec, "internalTrafficPolicy", "Cluster");
            setDefault(spec, "ipFamilyPolicy", "SingleStack");
            if (!spec.has("ipFamilies")) {
                spec.putArray("ipFamilies").add("IPv4");
            }
        }
        if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            setDefault(spec, "externalTrafficPolicy", "Cluster");
        }
        for (JsonNode each : spec.path("ports")) {
            if (each instanceof ObjectNode port) {
                setDefault(port, "protocol", "TCP");
                if (!port.hasNonNull("targetPort")
                        || Json.at(port, "targetPort").isEmpty()
                        || Json.at(port, "targetPort").equals("0")) {
                    port.set("targetPort", port.path("port"));
                }
            }
        }
    }

    private static void setDefault(ObjectNode object, String field, String value) {
        if (Json.at(object, field).isEmpty()) {
            object.put(field, value);
        }
    }

    @Override
    public void validate(ObjectNode service, Causes causes) {
        JsonNode spec = service.path("spec");
        String type = Json.at(spec, "type");
        List<String> types = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
        if (!types.contains(type)) {
            causes.notSupported("spec.type", type, types);
        }
        if (type.equals("ExternalName") && Json.at(spec, "externalName").isEmpty()) {
            causes.required("spec.externalName", "");
        }
        boolean headless = Json.at(spec, "clusterIP").equals("None");
        if (spec.path("ports").isEmpty() && !headless && !type.equals("ExternalName")) {
            causes.required("spec.ports", "");
        }
        List<String> names = new ArrayList<>();
        int i = 0;
        for (JsonNode port : spec.path("ports")) {
            validatePort("spec.ports[" + i++ + "].", port, spec.path("ports").size() > 1, names, causes);
        }
        List<String> affinities = List.of("ClientIP", "None");
        if (!affinities.contains(Json.at(spec, "sessionAffinity"))) {
            causes.notSupported("spec.sessionAffinity", spec.path("sessionAffinity"), affinities);
        }
    }

    private static void validatePort(String field, JsonNode port, boolean several, List<String> names, Causes causes) {
        int number = port.path("port").asInt();
        if (number < 1 || number > 65_535) {
            causes.invalid(field + "port", number, "must be between 1 and 65535, inclusive");
        }
        List<String> protocols = List.of("SCTP", "TCP", "UDP");
        if (!protocols.contains(Json.at(port, "protocol"))) {
            causes.notSupported(field + "protocol", port.path("protocol"), protocols);
        }
        String name = Json.at(port, "name");
        if (several && name.isEmpty()) {
            causes.required(field + "name", "");
        } else if (!name.isEmpty() && names.contains(name)) {
            causes.duplicate(field + "name", name);
        }
        names.add(name);
    }

    @Override
    public void validateUpdate(ObjectNode old, ObjectNode service, Causes causes) {
        String before = Json.at(old, "spec", "clusterIP");
        String after = Json.at(service, "spec", "clusterIP");
        if (!before.isEmpty() && !Json.at(service, "spec", "type").equals("ExternalName") && !before.equals(after)) {
            causes.invalid("spec.clusterIPs[0]", after, "may not change once set");
        }
    }

    @Override
    public Map<String, String> fields(JsonNode service) {
        return Map.of(
                "spec.clusterIP", Json.at(service, "spec", "clusterIP"),
                "spec.type", Json.at(service, "spec", "type"));
    }
}
