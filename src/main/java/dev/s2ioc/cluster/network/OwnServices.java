package dev.s2ioc.cluster.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;

/** The services that the cluster itself is to its pods: names for servers of this machine. */
public record OwnServices(Machinery machinery) {
    private static final String HERE = "127.0.0.1";

    /** Makes a service that leads to a port of this machine, or makes it lead there, and answers its address. */
    public String ensure(String namespace, String name, String portName, int port, int target) {
        ObjectNode service = object(name);
        ObjectNode spec = service.putObject("spec");
        spec.putArray("ports")
                .addObject()
                .put("name", portName)
                .put("port", port)
                .put("protocol", "TCP")
                .put("targetPort", target);
        ObjectNode made = keep(ServiceKind.TYPE, namespace, name, service, "spec");

        ObjectNode endpoints = object(name);
        ObjectNode subset = endpoints.putArray("subsets").addObject();
        subset.putArray("addresses").addObject().put("ip", HERE);
        subset.putArray("ports")
                .addObject()
                .put("name", portName)
                .put("port", target)
                .put("protocol", "TCP");
        keep(EndpointsKind.TYPE, namespace, name, endpoints, "subsets");
        return Json.at(made, "spec", "clusterIP");
    }

    private static ObjectNode object(String name) {
        ObjectNode object = Json.object();
        object.putObject("metadata").put("name", name);
        return object;
    }

    private ObjectNode keep(Type type, String namespace, String name, ObjectNode wanted, String field) {
        Resource resource = machinery.kinds().resource(type.resource());
        Call call = Call.internal(namespace);
        try {
            return resource.update(call, name, old -> {
                        old.set(field, wanted.get(field));
                        return old;
                    })
                    .object();
        } catch (StatusException e) {
            if (e.code() != 404) {
                throw e;
            }
            return resource.create(call, wanted);
        }
    }
}
