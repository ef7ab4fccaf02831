package dev.s2ioc.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;

/** The project that a new cluster comes with, so that the first command has a place to work in. */
final class FirstProject {
    private static final String NAME = "myproject";
    private static final String MARKER_NAMESPACE = "openshift-config";
    private static final String MARKER = "first-project";

    private FirstProject() {}

    /** Makes it at the cluster's first start. One that was deleted stays deleted: a marker tells. */
    static void ensure(Machinery machinery) {
        Key marker = new Key("configmaps", MARKER_NAMESPACE, MARKER);
        if (machinery.store().get(marker).isPresent()) {
            return;
        }
        create(machinery.kinds().resource("projectrequests.project.openshift.io"), "", NAME);
        create(machinery.kinds().resource("configmaps"), MARKER_NAMESPACE, MARKER);
    }

    private static void create(Resource resource, String namespace, String name) {
        ObjectNode object = Json.object();
        object.put("kind", resource.type().kind())
                .put("apiVersion", resource.type().apiVersion());
        object.putObject("metadata").put("name", name);
        try {
            resource.create(Call.internal(namespace), object);
        } catch (StatusException e) {
            if (!e.reason().equals("AlreadyExists")) {
                throw e;
            }
        }
    }
}
