package dev.s2ioc.cluster.build.git;

import java.util.Locale;
import java.util.Map;

/**
 * Where a repository is: an http, https, ssh or git URL, {@code user@host:path}, or a repository on the machine of the
 * cluster as a file URL or an absolute path.
 */
record GitAddress(String uri) {

    /** Whether it is on this machine: read with the rights of the cluster's process. */
    boolean isLocal() {
        return uri.startsWith("/") || uri.toLowerCase(Locale.ROOT).startsWith("file:");
    }

    /** What git is asked for; a path goes as an URL, because only then git makes a shallow copy. */
    String forGit() throws GitException {
        if (uri.startsWith("/")) {
            return "file://" + uri;
        }
        if (!uri.matches("(?i)(https?|ssh|git|file)://.+") && !uri.matches("[^/:\\s-][^/:\\s]*:[^:\\s].*")) {
            throw new GitException("\"" + uri + "\" is no URL of a git repository and no absolute path");
        }
        return uri;
    }

    /** A repository from elsewhere must not name repositories of this machine as its submodules. */
    Map<String, String> protocols() {
        return Map.of("GIT_ALLOW_PROTOCOL", "http:https:ssh:git" + (isLocal() ? ":file" : ""));
    }
}
