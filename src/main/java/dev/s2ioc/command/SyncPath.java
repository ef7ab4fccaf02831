package dev.s2ioc.command;

import java.util.Optional;

/**
 * A directory as rsync names it: {@code DIR} here, or {@code POD:DIR} and {@code TYPE/NAME:DIR} in a pod.
 *
 * @param pod empty for one on this machine
 */
record SyncPath(Optional<String> pod, String path) {

    static SyncPath parse(String word) {
        int colon = word.indexOf(':');
        boolean drive = colon == 1 && System.getProperty("os.name").startsWith("Windows");
        if (colon < 0 || drive) {
            return new SyncPath(Optional.empty(), word);
        }
        if (colon == 0 || colon == word.length() - 1) {
            throw new CommandFailure("specify a pod directory as POD:DIR, not as \"" + word + "\"");
        }
        return new SyncPath(Optional.of(word.substring(0, colon)), word.substring(colon + 1));
    }

    boolean isLocal() {
        return pod.isEmpty();
    }

    /** Whether what is in it is copied, and not the directory itself. */
    boolean isContents() {
        return path.endsWith("/") || path.equals(".") || path.endsWith("/.");
    }

    /** What the copy is called where it is copied to; empty if only what is in it is copied. */
    String name() {
        return isContents() ? "" : path.substring(path.lastIndexOf('/') + 1);
    }

    /** The directory that it is in. */
    String parent() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }
}
