package dev.s2ioc.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A resource type as the server's discovery describes it.
 *
 * @param group empty for the core group
 * @param plural as in the URL, {@code buildconfigs}
 */
public record ResourceType(
        String group,
        String version,
        String plural,
        String singular,
        String kind,
        boolean namespaced,
        List<String> shortNames,
        List<String> categories,
        List<String> verbs) {

    /** What a type is called most likely, when only an object of it is at hand. */
    static ResourceType guessed(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String singular = kind.toLowerCase(Locale.ROOT);
        return new ResourceType(
                group,
                apiVersion.substring(slash + 1),
                singular + "s",
                singular,
                kind,
                true,
                List.of(),
                List.of(),
                List.of());
    }

    /** {@code builds.build.openshift.io}; {@code pods} in the core group. */
    public String qualified() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** {@code build.build.openshift.io}; {@code pod} in the core group. */
    public String qualifiedSingular() {
        return group.isEmpty() ? singular : singular + "." + group;
    }

    /** {@code build.build.openshift.io/app-1}, as {@code -o name} prints it. */
    public String objectName(String name) {
        return qualifiedSingular() + "/" + name;
    }

    /** {@code build.openshift.io/v1}; {@code v1} in the core group. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** The URL path of the collection in a namespace; the namespace is not used for cluster-scoped types. */
    public String path(String namespace) {
        return root() + (namespaced ? "/namespaces/" + segment(namespace) : "") + "/" + plural;
    }

    /** The URL path of the collection over all namespaces. */
    public String pathOfAll() {
        return root() + "/" + plural;
    }

    /** The URL path of one object. */
    public String path(String namespace, String name) {
        return path(namespace) + "/" + segment(name);
    }

    /** A name as one path segment; the colon and the at sign of image names stay as they are. */
    private static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":")
                .replace("%40", "@");
    }

    /** Whether a user's word means this type: plural, singular, short name or kind, in any case. */
    public boolean answersTo(String word) {
        return plural.equalsIgnoreCase(word)
                || singular.equalsIgnoreCase(word)
                || kind.equalsIgnoreCase(word)
                || shortNames.stream().anyMatch(word::equalsIgnoreCase);
    }

    private String root() {
        return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    }
}
