package dev.s2ioc.cluster.image;

import dev.s2ioc.cluster.kind.StatusException;

/** The name of an ImageStreamTag: {@code stream:tag}. */
public record TagName(String stream, String tag) {
    public static final String DEFAULT_TAG = "latest";

    /** A name in a path, which must have both parts. */
    static TagName parse(String name) {
        int colon = name.indexOf(':');
        if (colon <= 0 || colon != name.lastIndexOf(':') || colon == name.length() - 1) {
            throw StatusException.badRequest("ImageStreamTags must be retrieved with <name>:<tag>");
        }
        return new TagName(name.substring(0, colon), name.substring(colon + 1));
    }

    /** A name in a reference, where a missing tag means the usual one. */
    static TagName lenient(String name) {
        int colon = name.indexOf(':');
        return colon < 0
                ? new TagName(name, DEFAULT_TAG)
                : new TagName(name.substring(0, colon), name.substring(colon + 1));
    }

    @Override
    public String toString() {
        return stream + ":" + tag;
    }
}
