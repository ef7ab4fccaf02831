package dev.s2ioc.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The commit that a directory's files come from, as a Build records it. */
public record GitRevision(
        String commit,
        String message,
        String authorName,
        String authorEmail,
        String committerName,
        String committerEmail) {

    /**
     * The commit that a name stands for in the repository around a directory.
     *
     * @return empty if the directory is in no repository, or the repository has no such commit
     */
    public static Optional<GitRevision> of(Path directory, String name) throws IOException {
        QuietGit.install();
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(directory.toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try (Repository repository = builder.build();
                RevWalk walk = new RevWalk(repository)) {
            ObjectId id = repository.resolve(name + "^{commit}");
            return id == null ? Optional.empty() : Optional.of(of(walk.parseCommit(id)));
        } catch (RepositoryNotFoundException e) {
            return Optional.empty();
        }
    }

    private static GitRevision of(RevCommit commit) {
        PersonIdent author = commit.getAuthorIdent();
        PersonIdent committer = commit.getCommitterIdent();
        return new GitRevision(
                commit.name(),
                commit.getShortMessage(),
                author.getName(),
                author.getEmailAddress(),
                committer.getName(),
                committer.getEmailAddress());
    }
}
