package dev.s2ioc.kubeconfig;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.Node;

/** The kubeconfig files as the one that they amount to, for showing: plain maps, lists and scalars, paths absolute. */
public final class Merged {
    /** The fields that name files, relative to the kubeconfig that they stand in. */
    static final Set<String> PATHS = Set.of("certificate-authority", "client-certificate", "client-key", "tokenFile");

    private static final Set<String> EMBEDDABLE = Set.of("certificate-authority", "client-certificate", "client-key");
    private static final Map<String, Object> HIDDEN = Map.of(
            "certificate-authority-data", "DATA+OMITTED",
            "client-certificate-data", "DATA+OMITTED",
            "client-key-data", "DATA+OMITTED",
            "token", "REDACTED",
            "password", "REDACTED");

    private final Map<Section, Map<String, Map<String, Object>>> entries = new LinkedHashMap<>();
    private final Object preferences;
    private final String currentContext;

    Merged(List<ConfigFile> files, String currentContext) {
        this.currentContext = currentContext;
        this.preferences = files.stream()
                .flatMap(file -> file.root().stream())
                .flatMap(root -> YamlTree.get(root, "preferences").stream())
                .findFirst()
                .map(Merged::value)
                .orElse(Map.of());
        for (Section section : Section.values()) {
            Map<String, Map<String, Object>> named = new TreeMap<>();
            for (ConfigFile file : files) {
                for (String name : file.names(section)) {
                    named.computeIfAbsent(
                            name, _ -> entry(file.entry(section, name).orElseThrow()));
                }
            }
            entries.put(section, named);
        }
    }

    private static Map<String, Object> entry(Fields fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        fields.tuples().forEach(tuple -> {
            String key = String.valueOf(value(tuple.getKeyNode()));
            Object value = value(tuple.getValueNode());
            values.put(
                    key,
                    PATHS.contains(key) && value instanceof String text && !text.isEmpty()
                            ? fields.directory().resolve(text).normalize().toString()
                            : value);
        });
        return values;
    }

    private static Object value(Node node) {
        return new StandardConstructor(LoadSettings.builder().build()).constructSingleDocument(Optional.of(node));
    }

    /** Keeps only a context with its cluster and its user. */
    public Merged minify() {
        Map<String, Object> context = Optional.ofNullable(
                        entries.get(Section.CONTEXTS).get(currentContext))
                .orElseThrow(() -> new KubeconfigException(
                        currentContext.isEmpty()
                                ? "current-context must exist in order to minify"
                                : "cannot locate context " + currentContext));
        entries.get(Section.CONTEXTS).keySet().retainAll(Set.of(currentContext));
        entries.get(Section.CLUSTERS).keySet().retainAll(Set.of(String.valueOf(context.get("cluster"))));
        entries.get(Section.USERS).keySet().retainAll(Set.of(String.valueOf(context.get("user"))));
        return this;
    }

    /** Puts the content of the files that certificates and keys are in where their paths were. */
    public Merged flatten() {
        entries.values()
                .forEach(section -> section.values()
                        .forEach(entry -> EMBEDDABLE.forEach(field -> {
                            if (entry.remove(field) instanceof String path && !path.isEmpty()) {
                                entry.putIfAbsent(
                                        field + "-data",
                                        Base64.getEncoder().encodeToString(UserCredentials.read(Path.of(path))));
                            }
                        })));
        return this;
    }

    /** Hides what is secret, and what is long. */
    public Merged redact() {
        entries.values()
                .forEach(section -> section.values()
                        .forEach(entry -> entry.replaceAll(
                                (field, value) -> "".equals(value) ? value : HIDDEN.getOrDefault(field, value))));
        return this;
    }

    /** The tree of the whole file. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("apiVersion", "v1");
        tree.put("kind", "Config");
        tree.put("preferences", preferences);
        tree.put("current-context", currentContext);
        entries.forEach((section, named) -> {
            List<Object> list = new ArrayList<>();
            named.forEach((name, fields) -> list.add(new TreeMap<>(Map.of("name", name, section.entryKey, fields))));
            tree.put(section.key, list);
        });
        return tree;
    }
}
