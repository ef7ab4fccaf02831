package dev.s2ioc.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which paths of a directory are sent. The one place that decides it, for the archive and for the list of it. */
public final class Selection {
    private final Optional<Rules> exclude;
    private final List<Rules> ignores;
    private final Set<String> always;

    private Selection(Optional<Rules> exclude, List<Rules> ignores, Set<String> always) {
        this.exclude = exclude;
        this.ignores = ignores;
        this.always = always;
    }

    /** Everything but what the regular expression is found in; an empty expression excludes nothing. */
    public static Selection without(Pattern exclude) {
        Optional<Rules> rules =
                exclude.pattern().isEmpty() ? Optional.empty() : Optional.of(new ExcludePattern(exclude));
        return new Selection(rules, List.of(), Set.of());
    }

    /** The same, without what an ignore file names: {@code .gitignore} by git's rules, any other by Docker's. */
    public Selection ignoring(Path root, String file, String context) throws IOException {
        if (!Files.isRegularFile(root.resolve(file))) {
            throw new SourceException("no ignore file \"" + file + "\" in " + root);
        }
        List<Rules> more = new ArrayList<>(ignores);
        more.add(
                file.equals(GitIgnore.NAME) || file.endsWith("/" + GitIgnore.NAME)
                        ? new GitIgnore(root)
                        : DockerIgnore.read(root, file, context));
        return new Selection(exclude, List.copyOf(more), always);
    }

    /** The same, but these paths are sent whatever an ignore file says. */
    public Selection always(Set<String> paths) {
        return new Selection(exclude, ignores, Set.copyOf(paths));
    }

    /** The rule that drops this path, in words for the user; empty when it is sent. */
    Optional<String> dropping(String path, boolean directory) throws IOException {
        if (exclude.isPresent()) {
            Optional<String> rule = exclude.get().dropping(path, directory);
            if (rule.isPresent()) {
                return rule;
            }
        }
        if (always.contains(path)) {
            return Optional.empty();
        }
        for (Rules rules : ignores) {
            Optional<String> rule = rules.dropping(path, directory);
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    /** Whether to look into a dropped directory. */
    boolean entersDropped(String directory) throws IOException {
        if (exclude.isPresent()
                && exclude.get().dropping(directory, true).isPresent()
                && !exclude.get().mayKeepBelow(directory)) {
            return false;
        }
        if (always.stream().anyMatch(path -> path.startsWith(directory + "/"))) {
            return true;
        }
        for (Rules rules : ignores) {
            if (rules.dropping(directory, true).isPresent() && !rules.mayKeepBelow(directory)) {
                return false;
            }
        }
        return true;
    }
}
