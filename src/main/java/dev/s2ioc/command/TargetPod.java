package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Pods;
import dev.s2ioc.client.ResourceArguments;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.Session;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The pod that a command works in.
 *
 * @param type what the user named
 * @param object the object that the user named: the pod itself, or one that selects it
 */
record TargetPod(JsonNode pod, String namespace, ResourceType type, JsonNode object) {

    /** By the words {@code POD}, {@code TYPE/NAME} or {@code TYPE NAME}. */
    static TargetPod named(Session session, List<String> words, Duration patience) throws InterruptedException {
        Selection selection = selection(session, words);
        String namespace = session.namespace();
        JsonNode object =
                session.resources().get(selection.type(), selection.name().orElseThrow());
        if (selection.type().equals(KnownTypes.POD)) {
            return new TargetPod(object, namespace, selection.type(), object);
        }
        JsonNode pod = new Pods(session).of(selection.type(), object, patience).getFirst();
        return new TargetPod(pod, namespace, selection.type(), object);
    }

    /** The pod itself, in a namespace. */
    static TargetPod pod(Session session, String namespace, String name) {
        JsonNode pod = session.resources().in(namespace).get(KnownTypes.POD, name);
        return new TargetPod(pod, namespace, KnownTypes.POD, pod);
    }

    private static Selection selection(Session session, List<String> words) {
        if (words.size() == 1 && !words.getFirst().contains("/")) {
            return Selection.of(KnownTypes.POD, words.getFirst());
        }
        List<Selection> selections = ResourceArguments.parse(words).resolve(session.discovery());
        if (selections.size() != 1 || selections.getFirst().name().isEmpty()) {
            throw new CommandFailure("name one pod, or one object that has pods, as in deploy/NAME");
        }
        return selections.getFirst();
    }

    String name() {
        return Builds.name(pod);
    }

    String phase() {
        return pod.at("/status/phase").asText("");
    }

    /** Whether its containers have all ended. */
    boolean isCompleted() {
        return phase().equals("Succeeded") || phase().equals("Failed");
    }

    /** The container that the user named, or else the usual one, of which is told unless all is to be quiet. */
    String container(Optional<String> wanted, PrintStream err, boolean quiet) {
        PodContainers containers = new PodContainers(pod);
        PrintStream told = quiet ? new PrintStream(OutputStream.nullOutputStream()) : err;
        return wanted.map(containers::named).orElseGet(() -> containers.usual(told));
    }

    /** What the pod says of one of its containers. */
    JsonNode containerNamed(String name) {
        for (String kind : List.of("containers", "initContainers", "ephemeralContainers")) {
            for (JsonNode container : pod.path("spec").path(kind)) {
                if (container.path("name").asText().equals(name)) {
                    return container;
                }
            }
        }
        throw new IllegalArgumentException(name);
    }
}
