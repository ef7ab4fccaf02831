package dev.s2ioc.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What git tells a post-receive hook: a line {@code OLD NEW REF} for each branch or tag that a push has changed. */
public final class PushedRefs {

    /**
     * A ref and the commit it points to now.
     *
     * @param revision that commit; empty if the repository does not have it
     */
    public record Ref(String name, String commit, Optional<GitRevision> revision) {}

    private PushedRefs() {}

    /** The refs that were made or moved; those that were deleted have nothing to build. */
    public static List<Ref> read(String lines, Path repository) throws IOException {
        List<Ref> refs = new ArrayList<>();
        for (String line : lines.lines().filter(text -> !text.isBlank()).toList()) {
            String[] words = line.strip().split("\\s+");
            if (words.length != 3) {
                throw new SourceException("not what git tells a post-receive hook, OLD NEW REF: \"" + line + "\"");
            }
            boolean deleted = words[1].matches("0+");
            if (!deleted && !words[0].equals(words[1])) {
                refs.add(new Ref(words[2], words[1], GitRevision.of(repository, words[1])));
            }
        }
        return refs;
    }
}
