package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import java.util.List;

/**
 * What a path below {@code /api/v1} or {@code /apis/GROUP/VERSION} leads to.
 *
 * @param namespace empty for cluster-scoped resources, and for lists over all namespaces
 * @param name empty for the collection
 * @param subresource empty for the object itself
 * @param rest what follows the subresource
 */
record Target(Resource resource, String namespace, String name, String subresource, List<String> rest) {

    static Target of(Kinds kinds, String group, String version, List<String> path) {
        if (path.size() >= 3 && path.getFirst().equals("namespaces")) {
            var namespaced = kinds.find(group, version, path.get(2))
                    .filter(found -> found.type().namespaced());
            if (namespaced.isPresent()) {
                return below(namespaced.get(), path.get(1), path.subList(3, path.size()));
            }
        }
        Resource resource = kinds.find(group, version, path.getFirst()).orElseThrow(StatusException::noSuchPath);
        if (resource.type().namespaced() && path.size() > 1) {
            throw StatusException.noSuchPath();
        }
        return below(resource, "", path.subList(1, path.size()));
    }

    /** The same place, served by a part of the resource. */
    Target of(Resource part) {
        return new Target(part, namespace, name, subresource, rest);
    }

    private static Target below(Resource resource, String namespace, List<String> path) {
        return new Target(
                resource,
                namespace,
                path.isEmpty() ? "" : path.getFirst(),
                path.size() < 2 ? "" : path.get(1),
                path.size() < 3 ? List.of() : List.copyOf(path.subList(2, path.size())));
    }
}
