package dev.s2ioc.command;

import java.util.Optional;

/**
 * A file or directory as copying commands name it: {@code FILE} here, or {@code [[NAMESPACE/]POD:]FILE} in a pod.
 *
 * @param pod empty for a file on this machine
 */
record FileSpec(Optional<String> namespace, Optional<String> pod, String file) {

    /** @throws CommandFailure if it is neither */
    static FileSpec parse(String word) {
        int colon = word.indexOf(':');
        boolean drive = colon == 1 && System.getProperty("os.name").startsWith("Windows");
        if (colon < 0 || drive) {
            return new FileSpec(Optional.empty(), Optional.empty(), word);
        }
        String[] pod = word.substring(0, colon).split("/", -1);
        if (colon == 0 || pod.length > 2) {
            throw new CommandFailure("filespec must match the canonical format: [[namespace/]pod:]file/path");
        }
        Optional<String> namespace = pod.length == 2 ? Optional.of(pod[0]) : Optional.empty();
        return new FileSpec(namespace, Optional.of(pod[pod.length - 1]), word.substring(colon + 1));
    }

    boolean isRemote() {
        return pod.isPresent();
    }

    /** The last part of the path, however it is written. */
    String base() {
        String clean = file.replaceFirst("(?<=.)/+$", "");
        return clean.substring(clean.lastIndexOf('/') + 1);
    }

    /** The directory that it is in; empty if the path does not say. */
    String parent() {
        String clean = file.replaceFirst("(?<=.)/+$", "");
        int slash = clean.lastIndexOf('/');
        return slash < 0 ? "" : slash == 0 ? "/" : clean.substring(0, slash);
    }

    /** The same pod, another file below this one. */
    FileSpec below(String name) {
        return new FileSpec(namespace, pod, file.endsWith("/") ? file + name : file + "/" + name);
    }
}
