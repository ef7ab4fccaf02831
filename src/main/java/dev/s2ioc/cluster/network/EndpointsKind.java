package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;

/** Endpoints: where a service's answers come from; written by hand for services that select no pods. */
final class EndpointsKind implements Kind {
    static final Type TYPE = Type.namespaced("", "v1", "endpoints", "Endpoints", "ep");
    private static final int SHOWN = 3;

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text("Endpoints", "Addresses and ports.", (endpoints, now) -> shown(endpoints)),
                Column.age());
    }

    private static String shown(JsonNode endpoints) {
        List<String> all = new ArrayList<>();
        for (JsonNode subset : endpoints.path("subsets")) {
            for (JsonNode address : subset.path("addresses")) {
                for (JsonNode port : subset.path("ports")) {
                    all.add(Json.at(address, "ip") + ":" + port.path("port").asText());
                }
            }
        }
        if (all.isEmpty()) {
            return "<none>";
        }
        String first = String.join(",", all.subList(0, Math.min(SHOWN, all.size())));
        return all.size() > SHOWN ? first + " + " + (all.size() - SHOWN) + " more..." : first;
    }
}
