package dev.s2ioc.kubeconfig;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kubeconfig files of a user, merged as kubectl merges them: of entries with the same name the first file's counts,
 * whole; so does the first {@code current-context}.
 */
public final class Kubeconfig {
    private final FileList list;
    private final List<ConfigFile> files;
    private final Host host;
    private final Path podSecrets;

    Kubeconfig(FileList list, Host host, Path podSecrets) {
        this.list = list;
        this.host = host;
        this.podSecrets = podSecrets;
        this.files = list.paths().stream()
                .flatMap(path -> ConfigFile.read(path).stream())
                .toList();
    }

    /**
     * Reads {@code explicit} alone if given, else the files of {@code $KUBECONFIG}, else {@code ~/.kube/config}. Files
     * that do not exist are skipped; {@link #resolve} wants the explicit one, {@link #edit} makes it.
     *
     * @throws KubeconfigException if a file is not a kubeconfig
     */
    public static Kubeconfig load(Optional<Path> explicit, Host host) {
        return new Kubeconfig(FileList.of(explicit, host.environment(), host.home()), host, InCluster.SECRETS);
    }

    /**
     * The selected context with the overrides laid over it.
     *
     * @throws KubeconfigException if there is no server to talk to, or what is configured cannot be used
     */
    public ClientConfig resolve(Overrides overrides) {
        if (list.explicit().isPresent() && files.isEmpty()) {
            throw new KubeconfigException("stat " + list.explicit().get() + ": no such file or directory");
        }
        Optional<String> selected = overrides.context().or(this::currentContext);
        return new Resolution(this, selected, overrides, host, podSecrets).clientConfig();
    }

    /** The server that the overrides name, trusted as they say or as their cluster is; no context, no credentials. */
    public ClientConfig resolveServer(Overrides overrides) {
        return new Resolution(this, Optional.empty(), overrides, host, podSecrets)
                .clientConfig()
                .withCredentials(Credentials.NONE);
    }

    /** The clusters at this address, the current context's first. */
    public List<String> clustersAt(URI server) {
        String address = ServerAddress.withPort(server.toString()).toString();
        Optional<String> current = currentContext().flatMap(this::context).map(Context::cluster);
        return Stream.concat(current.stream(), clusterNames().stream())
                .distinct()
                .filter(name -> server(name)
                        .filter(other -> ServerAddress.isSame(other, address))
                        .isPresent())
                .toList();
    }

    /** Starts a change of the files; this object goes on showing what it has read. */
    public KubeconfigEdit edit() {
        return new KubeconfigEdit(list);
    }

    public Optional<String> currentContext() {
        return files.stream().flatMap(file -> file.currentContext().stream()).findFirst();
    }

    public Optional<Context> context(String name) {
        return entry(Section.CONTEXTS, name).map(fields -> Context.of(name, fields));
    }

    /** The context that there is for the same cluster, user and namespace, under whatever name; else the given one. */
    public Context known(Context wanted) {
        if (context(wanted.name()).isPresent()) {
            return wanted;
        }
        return contextNames().stream()
                .flatMap(name -> context(name).stream())
                .filter(other ->
                        wanted.equals(new Context(wanted.name(), other.cluster(), other.user(), other.namespace())))
                .findFirst()
                .orElse(wanted);
    }

    /** The names of all contexts, sorted. */
    public List<String> contextNames() {
        return names(Section.CONTEXTS);
    }

    /** The address of a cluster's server, as the file has it. */
    public Optional<String> server(String cluster) {
        return entry(Section.CLUSTERS, cluster).flatMap(fields -> fields.text("server"));
    }

    /** The token that the file has for a user; none if the user has another kind of credentials. */
    public Optional<String> token(String user) {
        return entry(Section.USERS, user).flatMap(fields -> fields.text("token"));
    }

    /** Whether anything is configured at all. */
    public boolean hasEntries() {
        return currentContext().isPresent()
                || !contextNames().isEmpty()
                || !clusterNames().isEmpty();
    }

    /** The names of all clusters, sorted. */
    public List<String> clusterNames() {
        return names(Section.CLUSTERS);
    }

    /** The names of all users, sorted. */
    public List<String> userNames() {
        return names(Section.USERS);
    }

    /** The one kubeconfig that the files amount to; of the first file alone if they are not to be merged. */
    public Merged merged(boolean all, Optional<String> context) {
        return new Merged(
                all ? files : files.stream().limit(1).toList(),
                context.or(this::currentContext).orElse(""));
    }

    /** The file that an entry is removed from, or that a new one would go to. */
    public Path file() {
        return list.forNewEntries();
    }

    /** Whether the file that new entries go to is there already. */
    public boolean exists() {
        return Files.exists(list.forNewEntries());
    }

    Optional<Fields> entry(Section section, String name) {
        return files.stream()
                .flatMap(file -> file.entry(section, name).stream())
                .findFirst();
    }

    List<String> names(Section section) {
        return files.stream()
                .flatMap(file -> file.names(section).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
