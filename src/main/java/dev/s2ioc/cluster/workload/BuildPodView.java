package dev.s2ioc.cluster.workload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.build.BuildController;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pods of builds: nothing is stored of them, they are read from the builds and change with these. */
final class BuildPodView {
    private final Kinds kinds;
    private final BuildController controller;

    BuildPodView(Kinds kinds, BuildController controller) {
        this.kinds = kinds;
        this.controller = controller;
    }

    private Resource builds() {
        return kinds.resource(BuildKind.TYPE.resource());
    }

    /** The build whose pod has this name, if it has one at present. */
    Optional<ObjectNode> build(Call call, String pod) {
        return builds().list(call, Page.ALL).items().stream()
                .filter(build -> BuildPod.name(build).equals(pod))
                .filter(build -> BuildPod.of(build).isPresent())
                .findFirst();
    }

    /** All of them, by namespace and name, at the page's revision. */
    Listing list(Call call, Page page) {
        Listing builds = builds().list(call, new Page(0, Optional.empty(), page.revision()));
        List<ObjectNode> pods = builds.items().stream()
                .flatMap(build -> BuildPod.of(build).stream())
                .sorted(Comparator.comparing((ObjectNode pod) -> Json.at(pod, "metadata", "namespace"))
                        .thenComparing(pod -> Json.at(pod, "metadata", "name")))
                .toList();
        return new Listing(pods, builds.revision(), Optional.empty(), 0);
    }

    /** A build gets its pod with its turn and can lose it before it goes itself. */
    static Optional<Event> event(Event event) {
        boolean gone = event.type() == Event.Type.DELETED;
        Optional<ObjectNode> before = event.old().flatMap(BuildPod::of);
        Optional<ObjectNode> now = gone ? Optional.empty() : BuildPod.of(event.object());
        if (now.isPresent()) {
            Event.Type type = before.isPresent() ? Event.Type.MODIFIED : Event.Type.ADDED;
            return Optional.of(event(event, type, now.get(), before));
        }
        return before.map(last -> {
            ObjectNode deleted = last.deepCopy();
            Json.child(deleted, "metadata").put("resourceVersion", Long.toString(event.revision()));
            return event(event, Event.Type.DELETED, deleted, before);
        });
    }

    private static Event event(Event event, Event.Type type, ObjectNode pod, Optional<ObjectNode> before) {
        return new Event(type, event.revision(), Key.of(PodResource.TYPE.resource(), pod), pod, before);
    }

    void delete(ObjectNode build) {
        controller.deletePod(build);
    }
}
