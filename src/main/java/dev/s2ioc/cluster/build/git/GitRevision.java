package dev.s2ioc.cluster.build.git;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.List;

/** The commit that was checked out. */
public record GitRevision(
        String commit,
        String author,
        String authorEmail,
        String committer,
        String committerEmail,
        String date,
        String message) {
    private static final String FORMAT = "--format=%H%x00%an%x00%ae%x00%cn%x00%ce%x00%ad%x00%<(80,trunc)%s";

    static GitRevision of(Git git, String directory) throws GitException, InterruptedException {
        String[] fields = git.run("-C", directory, "show", "--no-patch", FORMAT, "HEAD", "--")
                .split("\0", 7);
        return new GitRevision(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6].strip());
    }

    /** What the log says of it. */
    public List<String> lines() {
        return List.of(
                "\tCommit:\t" + commit + " (" + message + ")",
                "\tAuthor:\t" + author + " <" + authorEmail + ">",
                "\tDate:\t" + date);
    }

    /** As a build's spec.revision. */
    public ObjectNode json() {
        ObjectNode revision = Json.object().put("type", "Git");
        ObjectNode git = revision.putObject("git").put("commit", commit);
        git.putObject("author").put("name", author).put("email", authorEmail);
        git.putObject("committer").put("name", committer).put("email", committerEmail);
        git.put("message", message);
        return revision;
    }
}
