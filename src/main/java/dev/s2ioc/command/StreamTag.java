package dev.s2ioc.command;

/** A tag of an image stream as a user writes it: {@code [NAMESPACE/]STREAM:TAG}. */
record StreamTag(String namespace, String stream, String tag) {

    /** @throws CommandFailure if the word has no tag, or too many parts */
    static StreamTag parse(String word, String namespace) {
        String[] path = word.split("/", -1);
        String[] parts = path[path.length - 1].split(":", -1);
        boolean whole = path.length <= 2
                && parts.length == 2
                && !path[0].isEmpty()
                && !parts[0].isEmpty()
                && !parts[1].isEmpty()
                && !word.contains("@");
        if (!whole) {
            throw new CommandFailure("\"" + word + "\" must be of the form <stream_name>:<tag>");
        }
        return new StreamTag(path.length == 2 ? path[0] : namespace, parts[0], parts[1]);
    }

    /** {@code STREAM:TAG}, the name of the object. */
    String name() {
        return stream + ":" + tag;
    }

    /** {@code STREAM:TAG}, with the namespace in front if it is another one than the current. */
    String seenFrom(String current) {
        return namespace.equals(current) ? name() : qualified();
    }

    /** {@code NAMESPACE/STREAM:TAG}. */
    String qualified() {
        return namespace + "/" + name();
    }
}
