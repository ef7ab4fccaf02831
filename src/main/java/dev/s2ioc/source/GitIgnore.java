package dev.s2ioc.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;

/** The {@code .gitignore} files of the directory that is sent and of the directories in it, by git's own rules. */
final class GitIgnore implements Rules {
    static final String NAME = ".gitignore";

    private final Path root;
    private final Map<String, List<FastIgnoreRule>> rules = new HashMap<>();

    GitIgnore(Path root) {
        this.root = root;
    }

    @Override
    public Optional<String> dropping(String path, boolean directory) throws IOException {
        for (int slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
            String folder = slash < 0 ? "" : path.substring(0, slash);
            for (FastIgnoreRule rule : rulesOf(folder).reversed()) {
                if (rule.isMatch(path.substring(slash + 1), directory)) {
                    String place = folder.isEmpty() ? NAME : folder + "/" + NAME;
                    return rule.getResult() ? Optional.of(place + ": " + rule) : Optional.empty();
                }
            }
            if (slash < 0) {
                return Optional.empty();
            }
        }
    }

    private List<FastIgnoreRule> rulesOf(String folder) throws IOException {
        List<FastIgnoreRule> known = rules.get(folder);
        if (known == null) {
            known = read(root.resolve(folder).resolve(NAME));
            rules.put(folder, known);
        }
        return known;
    }

    private static List<FastIgnoreRule> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        IgnoreNode node = new IgnoreNode();
        try (InputStream in = Files.newInputStream(file)) {
            node.parse(file.toString(), in);
        }
        return List.copyOf(node.getRules());
    }

    /** Git does not look into an ignored directory. */
    @Override
    public boolean mayKeepBelow(String directory) {
        return false;
    }
}
