package dev.s2ioc.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The git repository that a directory belongs to.
 *
 * @param root the top of its work tree
 * @param origin where others can fetch it from; empty if it was never published
 * @param branch what is checked out; empty if that is no branch
 */
public record GitDirectory(Path root, Optional<String> origin, Optional<String> branch) {

    /** The repository around a directory; empty if there is none. */
    public static Optional<GitDirectory> around(Path directory) throws IOException {
        QuietGit.install();
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .findGitDir(directory.toAbsolutePath().normalize().toFile());
        if (builder.getGitDir() == null) {
            return Optional.empty();
        }
        try (Repository repository = builder.build()) {
            if (repository.isBare() || !repository.getObjectDatabase().exists()) {
                return Optional.empty();
            }
            return Optional.of(new GitDirectory(
                    repository.getWorkTree().toPath(),
                    Optional.ofNullable(repository.getConfig().getString("remote", "origin", "url")),
                    Optional.ofNullable(repository.getBranch()).filter(name -> !ObjectId.isId(name))));
        }
    }
}
