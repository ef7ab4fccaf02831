package dev.s2ioc.cluster.kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the cluster serves. What is not added here is not advertised and cannot be asked for. */
public final class Kinds {
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Map<String, Subresource>> subresources = new LinkedHashMap<>();

    public Kinds add(Resource resource) {
        if (resources.putIfAbsent(resource.type().resource(), resource) != null) {
            throw new IllegalStateException(resource.type().resource() + " is served twice");
        }
        return this;
    }

    /** Serves something below the objects of a type. */
    public Kinds add(Type parent, Subresource subresource) {
        subresources
                .computeIfAbsent(parent.resource(), none -> new LinkedHashMap<>())
                .put(subresource.name(), subresource);
        return this;
    }

    /** The resource called {@code builds.build.openshift.io}, or {@code secrets} in the core group. */
    public Resource resource(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is not served"));
    }

    public Optional<Resource> find(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    public Optional<Resource> find(String group, String version, String plural) {
        return find(group.isEmpty() ? plural : plural + "." + group)
                .filter(resource -> resource.type().version().equals(version));
    }

    /** The type that manifests call by this apiVersion and kind; of several the last, as clients do it. */
    public Optional<Type> ofKind(String apiVersion, String kind) {
        return resources.values().stream()
                .map(Resource::type)
                .filter(type -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
                .reduce((first, last) -> last);
    }

    public Optional<Subresource> subresource(Type parent, String name) {
        return Optional.ofNullable(
                subresources.getOrDefault(parent.resource(), Map.of()).get(name));
    }

    public Collection<Subresource> subresources(Type parent) {
        return subresources.getOrDefault(parent.resource(), Map.of()).values();
    }

    public List<Resource> all() {
        return new ArrayList<>(resources.values());
    }
}
