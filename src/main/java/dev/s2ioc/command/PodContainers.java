package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The containers of a pod, and which of them is meant. */
final class PodContainers {
    private static final String DEFAULT = "kubectl.kubernetes.io/default-container";

    private final JsonNode pod;

    PodContainers(JsonNode pod) {
        this.pod = pod;
    }

    /** Every container's name, in the order in which they run. */
    List<String> all() {
        List<String> names = names("initContainers");
        names.addAll(names("containers"));
        names.addAll(names("ephemeralContainers"));
        return names;
    }

    /** The name, if there is such a container. */
    String named(String name) {
        if (!all().contains(name)) {
            throw new CommandFailure("container " + name + " is not valid for pod "
                    + pod.at("/metadata/name").asText() + " out of: " + said());
        }
        return name;
    }

    /** The container that is meant when none is named; says so where there are several. */
    String usual(PrintStream err) {
        String marked = pod.path("metadata").path("annotations").path(DEFAULT).asText("");
        if (all().contains(marked)) {
            return marked;
        }
        String first = names("containers").getFirst();
        if (all().size() > 1) {
            err.println("Defaulted container \"" + first + "\" out of: " + said());
        }
        return first;
    }

    private String said() {
        List<String> words = names("containers");
        names("ephemeralContainers").forEach(name -> words.add(name + " (ephem)"));
        names("initContainers").forEach(name -> words.add(name + " (init)"));
        return String.join(", ", words);
    }

    private List<String> names(String kind) {
        List<String> names = new ArrayList<>();
        pod.at("/spec")
                .path(kind)
                .forEach(container -> names.add(container.path("name").asText()));
        return names;
    }
}
