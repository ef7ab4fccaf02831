package dev.s2ioc.cluster.image;

import dev.s2ioc.cluster.kind.StatusException;
import java.util.regex.Pattern;

/**
 * Where an image of another registry is, read as Docker reads it: a first part without a dot or a port belongs to the path.
 *
 * @param reference a tag, or a digest with its algorithm
 */
record RemoteName(String host, String repository, String reference) {
    private static final String HUB = "docker.io";
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern REFERENCE = Pattern.compile("\\w[\\w.-]{0,127}|[a-z0-9]+:[a-f0-9]{32,}");

    static RemoteName parse(String text) {
        int slash = text.indexOf('/');
        String first = slash < 0 ? "" : text.substring(0, slash);
        boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        String host = isHost ? first : HUB;
        String path = isHost ? text.substring(slash + 1) : text;
        int at = path.indexOf('@');
        String named = at < 0 ? path : path.substring(0, at);
        int colon = named.lastIndexOf(':');
        String repository = colon < 0 ? named : named.substring(0, colon);
        String tag = colon < 0 ? TagName.DEFAULT_TAG : named.substring(colon + 1);
        String reference = at < 0 ? tag : path.substring(at + 1);
        if (!REPOSITORY.matcher(repository).matches()
                || !REFERENCE.matcher(reference).matches()) {
            throw StatusException.badRequest("\"" + text + "\" is not the name of an image");
        }
        boolean official = host.equals(HUB) && !repository.contains("/");
        return new RemoteName(host, official ? "library/" + repository : repository, reference);
    }

    static boolean isValid(String text) {
        try {
            parse(text);
            return true;
        } catch (StatusException e) {
            return false;
        }
    }

    /** The host that answers for this registry. */
    String address() {
        return host.equals(HUB) ? "registry-1.docker.io" : host;
    }

    boolean isDigest() {
        return reference.contains(":");
    }

    /** Whether a text says which image of a repository is meant. */
    static boolean namesImage(String text) {
        return text.contains("@") || text.lastIndexOf(':') > text.lastIndexOf('/');
    }

    /** The same repository, at a tag or a digest. */
    RemoteName at(String digest) {
        return new RemoteName(host, repository, digest);
    }

    @Override
    public String toString() {
        return host + "/" + repository + (isDigest() ? "@" : ":") + reference;
    }
}
