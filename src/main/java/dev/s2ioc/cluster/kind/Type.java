package dev.s2ioc.cluster.kind;

import java.util.List;
import java.util.Locale;

/**
 * What a resource is called: in paths, in manifests and by users.
 *
 * @param group empty for the core group
 * @param kind as in manifests, {@code BuildConfig}
 */
public record Type(
        String group,
        String version,
        String plural,
        String kind,
        boolean namespaced,
        List<String> shortNames,
        List<String> categories) {

    public static Type namespaced(String group, String version, String plural, String kind, String... shortNames) {
        return new Type(group, version, plural, kind, true, List.of(shortNames), List.of());
    }

    public static Type clusterScoped(String group, String version, String plural, String kind, String... shortNames) {
        return new Type(group, version, plural, kind, false, List.of(shortNames), List.of());
    }

    /** The same type, listed by {@code get all} too. */
    public Type inAll() {
        return new Type(group, version, plural, kind, namespaced, shortNames, List.of("all"));
    }

    /** The same type in another version. */
    public Type in(String otherVersion) {
        return new Type(group, otherVersion, plural, kind, namespaced, shortNames, categories);
    }

    public String singular() {
        return kind.toLowerCase(Locale.ROOT);
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code builds.build.openshift.io}: how messages name the resource, and where the store keeps it. */
    public String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** {@code Build.build.openshift.io}: how messages about invalid objects name the kind. */
    public String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
