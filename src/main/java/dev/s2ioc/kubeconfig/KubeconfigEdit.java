package dev.s2ioc.kubeconfig;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Changes to the kubeconfig, collected and then written together by {@link #save}. An entry that exists is changed in
 * the file that it came from, a new one goes to the first file that exists. Fields that this program does not know stay.
 */
public final class KubeconfigEdit {
    private static final List<String> CREDENTIALS = List.of(
            "auth-provider",
            "client-certificate",
            "client-certificate-data",
            "client-key",
            "client-key-data",
            "exec",
            "password",
            "token",
            "tokenFile",
            "username");

    private final FileList list;
    private final List<Consumer<OpenFiles>> changes = new ArrayList<>();

    KubeconfigEdit(FileList list) {
        this.list = list;
    }

    /**
     * How a server is reached and trusted. At most one of the three kinds of trust may be set; none is the system's.
     *
     * @param authorityFile written relative to the kubeconfig if it lies beside or below it
     * @param authorities PEM, stored inside the kubeconfig
     */
    public record Cluster(URI server, Optional<Path> authorityFile, Optional<byte[]> authorities, boolean insecure) {
        public static Cluster trusting(URI server, byte[] authorities) {
            return new Cluster(server, Optional.empty(), Optional.of(authorities), false);
        }
    }

    /** Adds a cluster, or changes the one of this name. */
    public KubeconfigEdit cluster(String name, Cluster cluster) {
        changes.add(files -> {
            OpenFiles.Entry entry = files.entry(Section.CLUSTERS, name);
            entry.set("server", Optional.of(cluster.server().toString()));
            entry.set("certificate-authority", cluster.authorityFile().map(entry::relative));
            entry.set("certificate-authority-data", cluster.authorities().map(Base64.getEncoder()::encodeToString));
            entry.setFlag("insecure-skip-tls-verify", cluster.insecure());
        });
        return this;
    }

    /** Adds a user with a token, or makes the token the only credentials of the user of this name. */
    public KubeconfigEdit user(String name, String token) {
        changes.add(files -> {
            OpenFiles.Entry entry = files.entry(Section.USERS, name);
            CREDENTIALS.forEach(field -> entry.set(field, Optional.empty()));
            entry.set("token", Optional.of(token));
        });
        return this;
    }

    /** Takes the token from a user; the rest of the entry stays. */
    public KubeconfigEdit userWithoutToken(String name) {
        changes.add(files -> files.entry(Section.USERS, name).set("token", Optional.empty()));
        return this;
    }

    /** Adds a context, or changes the one of this name. */
    public KubeconfigEdit context(Context context) {
        changes.add(files -> {
            OpenFiles.Entry entry = files.entry(Section.CONTEXTS, context.name());
            entry.set("cluster", Optional.of(context.cluster()));
            entry.set("namespace", context.namespace());
            entry.set("user", Optional.of(context.user()));
        });
        return this;
    }

    /** Sets fields of a cluster, adding it if it is new; an empty value takes a field away. */
    public KubeconfigEdit clusterFields(String name, Map<String, Optional<String>> fields) {
        return fields(Section.CLUSTERS, name, fields);
    }

    /** The same for a user. */
    public KubeconfigEdit userFields(String name, Map<String, Optional<String>> fields) {
        return fields(Section.USERS, name, fields);
    }

    /** The same for a context. */
    public KubeconfigEdit contextFields(String name, Map<String, Optional<String>> fields) {
        return fields(Section.CONTEXTS, name, fields);
    }

    private KubeconfigEdit fields(Section section, String name, Map<String, Optional<String>> fields) {
        changes.add(files -> {
            OpenFiles.Entry entry = files.entry(section, name);
            fields.forEach((field, value) -> entry.set(
                    field,
                    value.map(text ->
                            Merged.PATHS.contains(field) && Path.of(text).isAbsolute()
                                    ? entry.relative(Path.of(text))
                                    : text)));
        });
        return this;
    }

    /** Lets a user's credentials come from a program. */
    public KubeconfigEdit userProgram(String name, UserProgram program) {
        changes.add(files -> program.writeTo(files.entry(Section.USERS, name).fields()));
        return this;
    }

    /** Sets what a path as {@code clusters.NAME.server} or {@code current-context} leads to. */
    public KubeconfigEdit set(String path, String value) {
        Property property = Property.parse(path);
        if (property.field().isEmpty()) {
            throw new KubeconfigException("\"" + path + "\" names no field; one of "
                    + String.join(", ", Property.fields()) + " must come last");
        }
        return property.section()
                .map(section -> fields(section, property.name(), Map.of(property.field(), Optional.of(value))))
                .orElseGet(() -> currentContext(value));
    }

    /** Takes away what a path leads to: a field, or a whole entry. */
    public KubeconfigEdit unset(String path) {
        Property property = Property.parse(path);
        if (property.section().isEmpty()) {
            return currentContext("");
        }
        Section section = property.section().get();
        if (property.field().isEmpty()) {
            changes.add(files -> files.remove(section, property.name()));
            return this;
        }
        return fields(section, property.name(), Map.of(property.field(), Optional.empty()));
    }

    /** Gives a context another name; the current one stays current. */
    public KubeconfigEdit renameContext(String name, String other, boolean current) {
        changes.add(files -> files.rename(Section.CONTEXTS, name, other));
        return current ? currentContext(other) : this;
    }

    public KubeconfigEdit currentContext(String name) {
        changes.add(files -> files.setCurrentContext(name));
        return this;
    }

    public KubeconfigEdit removeCluster(String name) {
        changes.add(files -> files.remove(Section.CLUSTERS, name));
        return this;
    }

    public KubeconfigEdit removeUser(String name) {
        changes.add(files -> files.remove(Section.USERS, name));
        return this;
    }

    /** Removes a context; if it is the current one, there is none afterwards. */
    public KubeconfigEdit removeContext(String name) {
        changes.add(files -> files.removeContext(name));
        return this;
    }

    /** Writes the changes. Each file is locked, read anew, and replaced as a whole; only its owner can read it then. */
    public void save() {
        try (OpenFiles files = new OpenFiles(list)) {
            changes.forEach(change -> change.accept(files));
            files.write();
        }
    }

    /** The tree of a file that does not exist yet. */
    static MappingNode emptyFile(Path path) {
        return ConfigFile.parse(path, """
                apiVersion: v1
                clusters: []
                contexts: []
                current-context: ""
                kind: Config
                preferences: {}
                users: []
                """).root().orElseThrow();
    }
}
