package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.kubeconfig.Context;
import dev.s2ioc.kubeconfig.Kubeconfig;
import dev.s2ioc.kubeconfig.KubeconfigEdit;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The local cluster's entries in the kubeconfig: the contexts {@code s2ioc} (developer) and {@code s2ioc-admin}
 * (kubeadmin). The current context is set only where there is none: nobody's work is led to another cluster unasked.
 */
final class ClusterContexts {
    static final String NAME = "s2ioc";
    static final String ADMIN = "s2ioc-admin";
    static final String PROJECT = "myproject";

    private final Kubeconfig kubeconfig;

    ClusterContexts(Kubeconfig kubeconfig) {
        this.kubeconfig = kubeconfig;
    }

    /** Adds or renews the entries for a running cluster; returns what the user should know of it, a line each. */
    List<String> add(JsonNode state) {
        byte[] authority = state.path("certificateAuthority").asText().getBytes(StandardCharsets.US_ASCII);
        URI server = URI.create(state.path("server").asText());
        Optional<String> namespace = kubeconfig.context(NAME).flatMap(Context::namespace);
        KubeconfigEdit edit = kubeconfig
                .edit()
                .cluster(NAME, KubeconfigEdit.Cluster.trusting(server, authority))
                .user(developer(), state.path("developerToken").asText())
                .user(kubeadmin(), state.path("kubeadminToken").asText())
                .context(new Context(NAME, NAME, developer(), Optional.of(namespace.orElse(PROJECT))))
                .context(new Context(ADMIN, NAME, kubeadmin(), Optional.of("default")));
        Optional<String> current = kubeconfig.currentContext().filter(name -> !name.isEmpty());
        if (current.isEmpty()) {
            edit.currentContext(NAME);
        }
        edit.save();
        return notes(current);
    }

    private List<String> notes(Optional<String> current) {
        List<String> notes = new ArrayList<>();
        notes.add("Kubeconfig contexts: " + NAME + " (developer) and " + ADMIN + " (kubeadmin).");
        boolean elsewhere = current.filter(name -> !leadsHere(name)).isPresent();
        if (elsewhere) {
            notes.add("Your current context is still \"" + current.get()
                    + "\"; to use the local cluster: s2ioc project " + NAME + ", or add --context=" + NAME);
        } else {
            notes.add("Next: s2ioc new-build --name NAME --binary");
        }
        return notes;
    }

    private boolean leadsHere(String context) {
        return context.equals(NAME)
                || kubeconfig
                        .context(context)
                        .filter(c -> c.cluster().equals(NAME))
                        .isPresent();
    }

    /** Takes the entries out again, with the contexts that projects and logins have added. */
    void remove() {
        KubeconfigEdit edit = kubeconfig.edit();
        kubeconfig.contextNames().stream().filter(this::leadsHere).forEach(edit::removeContext);
        List.of(developer(), kubeadmin()).forEach(edit::removeUser);
        edit.removeCluster(NAME).save();
    }

    private static String developer() {
        return "developer/" + NAME;
    }

    private static String kubeadmin() {
        return "kubeadmin/" + NAME;
    }
}
