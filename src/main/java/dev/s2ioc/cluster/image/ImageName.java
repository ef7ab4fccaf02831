package dev.s2ioc.cluster.image;

import dev.s2ioc.cluster.kind.StatusException;

/** The name of an ImageStreamImage: {@code stream@sha256:…}, where the digest may be cut short. */
record ImageName(String stream, String id) {
    static ImageName parse(String name) {
        int at = name.indexOf('@');
        if (at <= 0 || at != name.lastIndexOf('@') || at == name.length() - 1) {
            throw StatusException.badRequest("ImageStreamImages must be retrieved with <name>@<id>");
        }
        return new ImageName(name.substring(0, at), name.substring(at + 1));
    }

    /** Whether this can mean the image of that digest; the algorithm's name may be left out. */
    boolean matches(String digest) {
        return digest.startsWith(id) || digest.startsWith("sha256:" + id);
    }
}
