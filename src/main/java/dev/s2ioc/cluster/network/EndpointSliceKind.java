package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.stream.Collectors;

/** Endpoint slices: the newer form of endpoints, kept beside them. */
final class EndpointSliceKind implements Kind {
    static final Type TYPE = Type.namespaced("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice");
    private static final List<String> ADDRESS_TYPES = List.of("FQDN", "IPv4", "IPv6");

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text("AddressType", "What the addresses are.", (slice, now) -> Json.at(slice, "addressType")),
                Column.text(
                        "Ports", "Where they listen.", (slice, now) -> joined(slice.path("ports"), "port", "<unset>")),
                Column.text("Endpoints", "The addresses.", (slice, now) -> addresses(slice)),
                Column.age());
    }

    private static String joined(JsonNode list, String field, String none) {
        String all = list.valueStream().map(each -> each.path(field).asText()).collect(Collectors.joining(","));
        return all.isEmpty() ? none : all;
    }

    private static String addresses(JsonNode slice) {
        String all = slice.path("endpoints")
                .valueStream()
                .flatMap(endpoint -> endpoint.path("addresses").valueStream())
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
        return all.isEmpty() ? "<unset>" : all;
    }

    @Override
    public void validate(ObjectNode slice, Causes causes) {
        String type = Json.at(slice, "addressType");
        if (!ADDRESS_TYPES.contains(type)) {
            causes.notSupported("addressType", type, ADDRESS_TYPES);
        }
    }
}
