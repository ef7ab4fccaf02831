package dev.s2ioc.cluster.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.pod.PodKind;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.store.StoreException;
import dev.s2ioc.cluster.store.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Pods: those that somebody made, which are stored, together with those of builds, which are seen in the builds. */
final class PodResource implements Resource {
    static final Type TYPE = PodKind.TYPE;

    private final Store store;
    private final StoredResource stored;
    private final BuildPodView ofBuilds;

    PodResource(Store store, StoredResource stored, BuildPodView ofBuilds) {
        this.store = store;
        this.stored = stored;
        this.ofBuilds = ofBuilds;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return stored.verbs();
    }

    @Override
    public List<Column> columns() {
        return stored.columns();
    }

    /** The build whose pod is meant; empty for one that is stored, or is not there. */
    Optional<ObjectNode> build(Call call, String name) {
        boolean isStored =
                store.get(new Key(TYPE.resource(), call.namespace(), name)).isPresent();
        return isStored ? Optional.empty() : ofBuilds.build(call, name);
    }

    @Override
    public ObjectNode get(Call call, String name) {
        return build(call, name).flatMap(BuildPod::of).orElseGet(() -> stored.get(call, name));
    }

    @Override
    public Listing list(Call call, Page page) {
        Listing made = stored.list(call, new Page(0, Optional.empty(), page.revision()));
        List<ObjectNode> all = new ArrayList<>(made.items());
        all.addAll(ofBuilds.list(call, new Page(0, Optional.empty(), Optional.of(made.revision())))
                .items());
        all.sort(Comparator.comparing((ObjectNode pod) -> Json.at(pod, "metadata", "namespace"))
                .thenComparing(pod -> Json.at(pod, "metadata", "name")));
        return new Listing(all, made.revision(), Optional.empty(), 0);
    }

    @Override
    public Watch watch(Call call, long fromRevision) {
        try {
            return store.watch(Set.of(TYPE.resource(), BuildKind.TYPE.resource()), call.namespace(), fromRevision)
                    .map(event -> event.key().resource().equals(TYPE.resource())
                            ? Optional.of(event)
                            : BuildPodView.event(event));
        } catch (StoreException e) {
            throw StatusException.of(e);
        }
    }

    @Override
    public ObjectNode create(Call call, ObjectNode pod) {
        String name = Json.at(pod, "metadata", "name");
        if (!name.isEmpty() && build(call, name).isPresent()) {
            throw StatusException.alreadyExists(TYPE, name);
        }
        return stored.create(call, pod);
    }

    @Override
    public Written update(Call call, String name, UnaryOperator<ObjectNode> change) {
        requireOwn(call, name);
        return stored.update(call, name, change);
    }

    private void requireOwn(Call call, String name) {
        build(call, name).ifPresent(build -> {
            throw StatusException.forbidden(
                    TYPE,
                    name,
                    "it belongs to the build \"" + Json.at(build, "metadata", "name") + "\" and changes with it");
        });
    }

    /** The answer for a build's pod is the pod, as from Kubernetes, though it is gone at once: there is no process to wait for. */
    @Override
    public Deleted delete(Call call, String name, DeleteOptions options) {
        Optional<ObjectNode> build = build(call, name);
        if (build.isEmpty()) {
            return stored.delete(call, name, options);
        }
        ObjectNode pod = get(call, name);
        options.requirePreconditions(TYPE, pod);
        if (!call.dryRun()) {
            ofBuilds.delete(build.get());
        }
        return new Deleted(pod, false);
    }

    @Override
    public Map<String, String> fields(JsonNode pod) {
        Map<String, String> fields = new HashMap<>(Resource.super.fields(pod));
        fields.putAll(PodKind.fieldsOf(pod));
        return fields;
    }

    @Override
    public boolean keepsManagedFields() {
        return true;
    }
}
