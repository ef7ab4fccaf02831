package dev.s2ioc.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a build looks for in the directory that is sent. Paths are relative to that directory.
 *
 * @param directory the context directory; empty for all that is sent
 * @param dockerfile the Dockerfile, if the build needs one from there
 * @param ignoreFile the file by whose rules the build drops files itself, if it does
 */
public record BuildContext(String directory, Optional<String> dockerfile, Optional<String> ignoreFile) {

    /**
     * What is sent of a directory: what the build itself would drop is not, unless {@code noIgnore}; but the files that the
     * build is steered by always are.
     *
     * @param more further ignore files
     */
    public Selection selection(Path root, Pattern exclude, boolean noIgnore, List<String> more) throws IOException {
        Selection selection = Selection.without(exclude);
        Set<String> always = new LinkedHashSet<>(more);
        dockerfile.ifPresent(always::add);
        ignoreFile.ifPresent(always::add);
        if (ignoreFile.isPresent() && !noIgnore && Files.isRegularFile(root.resolve(ignoreFile.get()))) {
            selection = selection.ignoring(root, ignoreFile.get(), directory);
        }
        for (String file : more) {
            selection = selection.ignoring(root, file, parent(file));
        }
        return selection.always(always);
    }

    private static String parent(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    /** Fails if what the build needs is not there, or not selected. */
    public void check(SourceTree tree, String shown) throws IOException {
        if (!directory.isEmpty() && !Files.isDirectory(tree.root().resolve(directory))) {
            throw new SourceException("the build's context directory \"" + directory + "\" is not in " + shown);
        }
        if (dockerfile.isEmpty()) {
            return;
        }
        String file = dockerfile.get();
        if (!Files.exists(tree.root().resolve(file))) {
            throw new SourceException("no " + file + " in " + shown + ": the docker strategy builds from that file.\n"
                    + "Add it, send another directory, or name the file in the BuildConfig's"
                    + " spec.strategy.dockerStrategy.dockerfilePath");
        }
        Optional<String> rule = tree.dropping(file);
        if (rule.isPresent()) {
            throw new SourceException(
                    file + " would not be sent (" + rule.get() + "), but the docker strategy builds from it");
        }
    }
}
