package dev.s2ioc.imageregistry;

import java.util.Optional;

/**
 * An entry of a layer that hides what the layers below have.
 *
 * @param path what is hidden
 * @param contents whether only what is in it is hidden, not the directory itself
 */
record Whiteout(String path, boolean contents) {
    private static final String MARK = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    /** What an entry hides; empty for one that is a file. */
    static Optional<Whiteout> of(String path) {
        int slash = path.lastIndexOf('/');
        String parent = path.substring(0, Math.max(slash, 0));
        String name = path.substring(slash + 1);
        if (name.equals(OPAQUE)) {
            return Optional.of(new Whiteout(parent, true));
        }
        return name.startsWith(MARK)
                ? Optional.of(new Whiteout(path.substring(0, slash + 1) + name.substring(MARK.length()), false))
                : Optional.empty();
    }

    /** Whether a file of a layer below is hidden. */
    boolean hides(String file) {
        return path.isEmpty() || file.startsWith(path + "/") || !contents && file.equals(path);
    }
}
