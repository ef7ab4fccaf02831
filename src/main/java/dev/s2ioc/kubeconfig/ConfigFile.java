package dev.s2ioc.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One kubeconfig file as a YAML tree.
 *
 * @param root empty when the file is
 */
record ConfigFile(Path path, Optional<MappingNode> root) {

    /** Reads a file; empty if there is none. */
    static Optional<ConfigFile> read(Path path) {
        try {
            return Optional.of(parse(path, Files.readString(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new KubeconfigException(
                    "error loading config file \"" + path + "\": open " + path + ": " + FileProblem.of(e), e);
        }
    }

    static ConfigFile parse(Path path, String text) {
        // Comments are kept in the tree: they must survive a change.
        LoadSettings settings = LoadSettings.builder()
                .setLabel(path.toString())
                .setParseComments(true)
                .build();
        try {
            YamlLimits.check(new Parse(settings).parseString(text));
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && !(root.get() instanceof MappingNode)) {
                throw new KubeconfigException("error loading config file \"" + path + "\": it is not a kubeconfig");
            }
            // A file of nothing but comments is one, too, in the tree.
            return new ConfigFile(
                    path,
                    root.filter(node -> !node.getTag().equals(Tag.COMMENT)).map(MappingNode.class::cast));
        } catch (YamlEngineException e) {
            throw new KubeconfigException("error loading config file \"" + path + "\": yaml: " + problem(e), e);
        }
    }

    private static String problem(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            return "line " + (marked.getProblemMark().get().getLine() + 1) + ": " + marked.getProblem();
        }
        return e.getMessage();
    }

    Path directory() {
        return path.toAbsolutePath().getParent();
    }

    private Fields top() {
        return Fields.of(path.toString(), root.orElse(null), directory());
    }

    Optional<String> currentContext() {
        return top().text("current-context");
    }

    /** The named entries of a section, in the file's order. */
    List<String> names(Section section) {
        return top().children(section.key).stream()
                .flatMap(item -> item.text("name").stream())
                .toList();
    }

    Optional<Fields> entry(Section section, String name) {
        return top().children(section.key).stream()
                .filter(item -> item.text("name").equals(Optional.of(name)))
                .findFirst()
                .map(item -> Fields.of(
                        section.entryKey + " \"" + name + "\"",
                        item.node(section.entryKey).orElse(null),
                        directory()));
    }
}
