package dev.s2ioc.newapp;

import dev.s2ioc.source.GitDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The source that a user named: a git repository or a directory.
 *
 * @param text as the user wrote it
 * @param git where a build fetches it; empty when it must be uploaded
 * @param directory where its files are; empty when they are not on this machine
 * @param context the directory within the source that is built; empty for its top
 * @param name what the source is called
 */
public record SourceCode(
        String text, Optional<Git> git, Optional<Path> directory, Optional<String> context, String name) {

    /** @param ref branch, tag or commit; empty for the repository's own choice */
    public record Git(String url, Optional<String> ref) {
        @Override
        public String toString() {
            return url + ref.map(r -> "#" + r).orElse("");
        }
    }

    /** The source that a word means. */
    public static SourceCode of(String word, Optional<String> context, Function<String, Path> resolve)
            throws IOException {
        if (Arguments.isUrl(word)) {
            int hash = word.lastIndexOf('#');
            Git git = hash < 0
                    ? new Git(word, Optional.empty())
                    : new Git(word.substring(0, hash), Optional.of(word.substring(hash + 1)));
            return new SourceCode(word, Optional.of(git), Optional.empty(), context, lastName(git.url()));
        }
        Path directory = resolve.apply(word).toAbsolutePath().normalize();
        if (!Files.isDirectory(directory)) {
            throw new NewAppException("\"" + word + "\" is not a directory, and no URL of a git repository");
        }
        return ofDirectory(word, directory, context);
    }

    private static SourceCode ofDirectory(String word, Path directory, Optional<String> context) throws IOException {
        Optional<GitDirectory> repository = GitDirectory.around(directory);
        Optional<Git> git = repository.flatMap(
                found -> found.origin().filter(Arguments::isUrl).map(url -> new Git(url, found.branch())));
        Path root = git.flatMap(g -> repository).map(GitDirectory::root).orElse(directory);
        Path within = directory.toRealPath();
        Optional<String> inside = within.equals(root.toRealPath())
                ? context
                : Optional.of(root.toRealPath()
                        .relativize(within.resolve(context.orElse("")).normalize())
                        .toString());
        String name = git.map(g -> lastName(g.url())).orElse(lastName(directory.toString()));
        return new SourceCode(word, git, Optional.of(root), inside, name);
    }

    /** A directory within a source, if it can be one. */
    public static String checkedContext(String context) {
        Path path = Path.of(context).normalize();
        if (path.isAbsolute() || path.startsWith("..")) {
            throw new NewAppException("--context-dir=" + context + " must be a directory within the source");
        }
        return context;
    }

    /** {@code ruby-ex} of {@code https://example.com/sample/ruby-ex.git}. */
    private static String lastName(String location) {
        String trimmed = location.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf(':')) + 1);
    }

    /** What a build of it uses, as it is told. */
    String told() {
        return git.map(g -> "source code from " + g).orElse("uploaded code");
    }
}
