package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.BuildConfigContext;
import dev.s2ioc.client.Builds;
import dev.s2ioc.source.BuildContext;
import dev.s2ioc.source.GitClone;
import dev.s2ioc.source.GitRevision;
import dev.s2ioc.source.SourceException;
import dev.s2ioc.source.SourceTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes input for a build out of a directory, as it is or as git has it. */
final class DirectoryInputs {
    private final CommandContext context;
    private final BuildInputFlags flags;
    private final JsonNode config;

    DirectoryInputs(CommandContext context, BuildInputFlags flags, JsonNode config) {
        this.context = context;
        this.flags = flags;
        this.config = config;
    }

    BinaryInput asItIs(Path path, String shown) throws IOException {
        SourceTree tree = tree(path);
        SourceTree.Summary total = checked(tree, shown);
        Optional<GitRevision> revision = revision(tree.root());
        return BinaryInput.ofTree(
                "directory \"" + shown + "\"", revision, tree, total, Optional.empty(), flags.packing.compression());
    }

    /** The commit that the build notes; the upload does not depend on it unless the user names one. */
    private Optional<GitRevision> revision(Path root) throws IOException {
        try {
            Optional<GitRevision> revision = GitRevision.of(root, commit());
            if (revision.isEmpty() && flags.commit != null) {
                throw new SourceException("no commit \"" + flags.commit + "\" in the git repository around " + root);
            }
            return revision;
        } catch (SourceException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            context.streams().err().println("warning: the build will not note its git commit: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** What is committed in the repository around a directory, all of it. */
    BinaryInput committed(Path path, String shown) throws IOException, InterruptedException {
        Path root = GitClone.root(path, shown);
        if (!root.equals(path.toRealPath())) {
            context.streams().err().println("WARNING: Using root dir " + root + " for Git repository");
        }
        GitClone clone = GitClone.of(root, commit());
        try {
            SourceTree tree = tree(clone.directory());
            SourceTree.Summary total = checked(tree, shown);
            Optional<GitRevision> revision = GitRevision.of(tree.root(), "HEAD");
            String notice = "\"" + shown + "\" at commit \"" + commit() + "\"";
            return BinaryInput.ofTree(notice, revision, tree, total, Optional.of(clone), flags.packing.compression());
        } catch (IOException | RuntimeException e) {
            clone.close();
            throw e;
        }
    }

    private String commit() {
        return flags.commit == null ? "HEAD" : flags.commit;
    }

    /** A directory with the rules that the flags and the BuildConfig ask for. */
    SourceTree tree(Path path) throws IOException {
        BuildContext build = BuildConfigContext.of(config);
        Path root = path.toRealPath();
        return new SourceTree(root, build.selection(root, exclude(), flags.noIgnore, flags.ignoreFiles));
    }

    private Pattern exclude() {
        String text = flags.exclude == null ? BuildInputFlags.DEFAULT_EXCLUDE : flags.exclude;
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new CommandFailure(
                    "--exclude is not a regular expression: " + e.getDescription() + " in \"" + text + "\"", e);
        }
    }

    private SourceTree.Summary checked(SourceTree tree, String shown) throws IOException {
        BuildConfigContext.of(config).check(tree, "\"" + shown + "\"");
        SourceTree.Summary total = tree.summary();
        if (total.entries() == 0) {
            throw new SourceException("nothing to send: the directory \"" + shown + "\" is empty, or all of it is left"
                    + " out.\nSee 's2ioc start-build " + Builds.name(config) + " --from-dir=" + shown
                    + " --list-files'");
        }
        PrintStream err = context.streams().err();
        for (String name : total.unfit()) {
            err.println("warning: not sending \"" + name + "\": it is neither a file, a directory nor a symbolic link");
        }
        return total;
    }
}
