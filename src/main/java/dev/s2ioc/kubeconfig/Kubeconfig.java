package dev.s2ioc.kubeconfig;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        return new Resolution(this, overrides, host, podSecrets).clientConfig();
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

    /** The names of all contexts, sorted. */
    public List<String> contextNames() {
        return names(Section.CONTEXTS);
    }

    /** The address of a cluster's server, as the file has it. */
    public Optional<String> server(String cluster) {
        return entry(Section.CLUSTERS, cluster).flatMap(fields -> fields.text("server"));
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
