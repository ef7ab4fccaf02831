package dev.s2ioc.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;

/** A git repository with one commit, on the branch {@code main}. */
public record GitRepository(Path directory) {
    private static final PersonIdent AUTHOR = new PersonIdent("An Author", "author@example.com");

    /** @param files contents by name */
    public static GitRepository with(Path directory, Map<String, String> files) throws IOException, GitAPIException {
        Files.createDirectories(directory);
        try (Git git = Git.init()
                .setDirectory(directory.toFile())
                .setInitialBranch("main")
                .call()) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setAuthor(AUTHOR)
                    .setCommitter(AUTHOR)
                    .setMessage("Begin")
                    .call();
        }
        return new GitRepository(directory);
    }

    /** Says where others fetch it from. */
    public GitRepository publishedAt(String url) throws IOException {
        try (Git git = Git.open(directory.toFile())) {
            StoredConfig config = git.getRepository().getConfig();
            config.setString("remote", "origin", "url", url);
            config.save();
        }
        return this;
    }

    /** {@code file:///…}, which git takes as it takes any other URL. */
    public String url() {
        return "file://" + directory;
    }
}
