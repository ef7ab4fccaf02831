package dev.s2ioc.cluster.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Classes of storage, to be looked at: there is one, of directories of this machine. */
final class StorageClassKind implements Kind {
    static final Type TYPE = Type.clusterScoped("storage.k8s.io", "v1", "storageclasses", "StorageClass", "sc");
    static final String NAME = "local";
    static final String PROVISIONER = "s2ioc.dev/local";

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get, Verb.list, Verb.watch);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                new Column(
                        "Name",
                        "string",
                        "name",
                        Column.objectName().description(),
                        0,
                        (object, now) -> Json.at(object, "metadata", "name") + " (default)"),
                Column.text("Provisioner", "Who makes the volumes.", (object, now) -> Json.at(object, "provisioner")),
                Column.text(
                        "ReclaimPolicy",
                        "What becomes of volumes when their claims go.",
                        (object, now) -> Json.at(object, "reclaimPolicy")),
                Column.text(
                        "VolumeBindingMode",
                        "When claims get their volumes.",
                        (object, now) -> Json.at(object, "volumeBindingMode")),
                Column.text(
                        "AllowVolumeExpansion",
                        "Whether claims may ask for more.",
                        (object, now) -> object.path("allowVolumeExpansion").asText()),
                Column.age());
    }

    static ObjectNode only() {
        ObjectNode only = Json.object();
        only.putObject("metadata")
                .put("name", NAME)
                .putObject("annotations")
                .put("storageclass.kubernetes.io/is-default-class", "true");
        return only.put("provisioner", PROVISIONER)
                .put("reclaimPolicy", "Delete")
                .put("volumeBindingMode", "Immediate")
                .put("allowVolumeExpansion", true);
    }
}
