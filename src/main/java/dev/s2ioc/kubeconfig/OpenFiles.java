package dev.s2ioc.kubeconfig;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The kubeconfig files while they are being changed: each is locked and read when a change first needs it. */
final class OpenFiles implements AutoCloseable {
    private static final Set<String> FLAGS = Set.of("disable-compression", "insecure-skip-tls-verify");

    private final FileList list;
    private final Map<Path, MappingNode> open = new LinkedHashMap<>();
    private final List<LockFile> locks = new ArrayList<>();

    OpenFiles(FileList list) {
        this.list = list;
    }

    /** One cluster, user or context in the file that it belongs to. */
    record Entry(MappingNode fields, Path directory) {

        /** Sets a field; an empty value takes it away. */
        void set(String key, Optional<String> value) {
            if (FLAGS.contains(key)) {
                setFlag(key, value.filter(text -> flag(key, text)).isPresent());
                return;
            }
            value.ifPresentOrElse(
                    text -> YamlTree.set(fields, key, YamlTree.scalar(text)), () -> YamlTree.remove(fields, key));
        }

        private static boolean flag(String key, String text) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new KubeconfigException(key + " must be true or false, not \"" + text + "\"");
            }
            return text.equals("true");
        }

        void setFlag(String key, boolean value) {
            if (value) {
                YamlTree.set(fields, key, YamlTree.scalar(true));
            } else {
                YamlTree.remove(fields, key);
            }
        }

        /** The path as it is written: relative if it lies in the file's directory or below. */
        String relative(Path path) {
            Path absolute = path.toAbsolutePath().normalize();
            return absolute.startsWith(directory)
                    ? directory.relativize(absolute).toString()
                    : absolute.toString();
        }
    }

    Entry entry(Section section, String name) {
        Path file = fileWith(config -> config.entry(section, name).isPresent()).orElseGet(list::forNewEntries);
        List<Node> entries = YamlTree.list(open(file), section.key);
        MappingNode entry = YamlTree.named(entries, name).orElseGet(() -> YamlTree.add(entries, name));
        return new Entry(
                YamlTree.child(entry, section.entryKey),
                file.toAbsolutePath().normalize().getParent());
    }

    void remove(Section section, String name) {
        fileWith(config -> config.entry(section, name).isPresent()).ifPresent(file -> {
            List<Node> entries = YamlTree.list(open(file), section.key);
            YamlTree.named(entries, name).ifPresent(entries::remove);
        });
    }

    void rename(Section section, String name, String other) {
        fileWith(config -> config.entry(section, name).isPresent())
                .flatMap(file -> YamlTree.named(YamlTree.list(open(file), section.key), name))
                .ifPresent(entry -> YamlTree.set(entry, "name", YamlTree.scalar(other)));
    }

    void setCurrentContext(String name) {
        Path file = fileWith(config -> config.currentContext().isPresent()).orElseGet(list::forNewEntries);
        YamlTree.set(open(file), "current-context", YamlTree.scalar(name));
    }

    void removeContext(String name) {
        remove(Section.CONTEXTS, name);
        fileWith(config -> config.currentContext().isPresent())
                .filter(file -> config(file).flatMap(ConfigFile::currentContext).equals(Optional.of(name)))
                .ifPresent(file -> YamlTree.set(open(file), "current-context", YamlTree.scalar("")));
    }

    private Optional<Path> fileWith(Predicate<ConfigFile> condition) {
        return list.paths().stream()
                .filter(path -> config(path).filter(condition).isPresent())
                .findFirst();
    }

    /** The file with the changes made so far; read from disk if there are none. */
    private Optional<ConfigFile> config(Path path) {
        return open.containsKey(path)
                ? Optional.of(new ConfigFile(path, Optional.of(open.get(path))))
                : ConfigFile.read(path);
    }

    private MappingNode open(Path path) {
        return open.computeIfAbsent(path, file -> {
            try {
                PrivateFile.createDirectories(file.toAbsolutePath().getParent());
                locks.add(LockFile.of(file));
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
            return ConfigFile.read(file).flatMap(ConfigFile::root).orElseGet(() -> KubeconfigEdit.emptyFile(file));
        });
    }

    void write() {
        open.forEach((file, root) -> {
            try {
                PrivateFile.replace(file, YamlTree.text(root));
            } catch (IOException e) {
                throw cannotWrite(file, e);
            }
        });
    }

    private static KubeconfigException cannotWrite(Path file, IOException problem) {
        return new KubeconfigException("cannot write " + file + ": " + FileProblem.of(problem), problem);
    }

    @Override
    public void close() {
        for (LockFile lock : locks) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new KubeconfigException("cannot remove " + lock.path() + ": " + FileProblem.of(e), e);
            }
        }
    }
}
