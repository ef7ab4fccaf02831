package dev.s2ioc.cluster.kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the cluster serves. What is not added here is not advertised and cannot be asked for. */
public final class Kinds {
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Resource> otherVersions = new LinkedHashMap<>();
    private final Map<String, Map<String, Subresource>> subresources = new LinkedHashMap<>();

    public Kinds add(Resource resource) {
        if (resources.putIfAbsent(resource.type().resource(), resource) != null) {
            throw new IllegalStateException(resource.type().resource() + " is served twice");
        }
        return this;
    }

    /** Serves the objects of a resource in another version too; clients that have the choice take the resource's own. */
    public Kinds addVersion(Resource version) {
        otherVersions.put(versioned(version.type()), version);
        return this;
    }

    private static String versioned(Type type) {
        return type.resource() + "/" + type.version();
    }

    /** Serves something below the objects of a type. */
    public Kinds add(Type parent, Subresource subresource) {
        subresources
                .computeIfAbsent(versioned(parent), none -> new LinkedHashMap<>())
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
        String name = group.isEmpty() ? plural : plural + "." + group;
        return find(name)
                .filter(resource -> resource.type().version().equals(version))
                .or(() -> Optional.ofNullable(otherVersions.get(name + "/" + version)));
    }

    /** The type that manifests call by this apiVersion and kind; of several the last, as clients do it. */
    public Optional<Type> ofKind(String apiVersion, String kind) {
        return all().stream()
                .map(Resource::type)
                .filter(type -> type.kind().equals(kind) && type.apiVersion().equals(apiVersion))
                .reduce((first, last) -> last);
    }

    public Optional<Subresource> subresource(Type parent, String name) {
        return Optional.ofNullable(
                subresources.getOrDefault(versioned(parent), Map.of()).get(name));
    }

    public Collection<Subresource> subresources(Type parent) {
        return subresources.getOrDefault(versioned(parent), Map.of()).values();
    }

    /** Each resource in each version, its own before others. */
    public List<Resource> all() {
        List<Resource> all = new ArrayList<>(resources.values());
        all.addAll(otherVersions.values());
        return all;
    }

    /** Each resource once. */
    public Collection<Resource> resources() {
        return Collections.unmodifiableCollection(resources.values());
    }
}
