package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.CommandFailure;
import java.util.ArrayList;
import java.util.List;

/** The services behind a route, the first of which is its primary one, and how the requests are shared out. */
final class Backends {
    private static final int HIGHEST = 256;

    private final Subject route;
    private final List<ObjectNode> list = new ArrayList<>();

    Backends(Subject route) {
        if (!route.type().equals(KnownTypes.ROUTE)) {
            throw new CommandFailure(route.label() + " is not a route");
        }
        this.route = route;
        if (route.object().at("/spec/to") instanceof ObjectNode primary) {
            list.add(primary.deepCopy());
        }
        route.object().at("/spec/alternateBackends").forEach(other -> list.add(other.deepCopy()));
    }

    List<ObjectNode> all() {
        return list;
    }

    int total() {
        return list.stream().mapToInt(Backends::weight).sum();
    }

    private static int weight(ObjectNode backend) {
        return backend.path("weight").asInt(0);
    }

    void setAll(int weight) {
        list.forEach(backend -> backend.put("weight", weight));
    }

    void replace(List<Backend> wanted) {
        list.clear();
        for (Backend one : wanted) {
            list.add(
                    Json.object().put("kind", "Service").put("name", one.name()).put("weight", one.value()));
        }
    }

    /** Changes one weight; with a percentage, against the primary service, or against the first other one. */
    void adjust(Backend wanted) {
        ObjectNode chosen = list.stream()
                .filter(backend -> backend.path("name").asText().equals(wanted.name()))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("backend \"" + wanted.name()
                        + "\" is not in the list of backends of " + route.label() + " (" + names() + ")"));
        if (list.size() == 1 && wanted.relative()) {
            throw new CommandFailure("cannot adjust a single backend by relative weight");
        }
        if (wanted.percent() && list.size() > 1) {
            share(wanted, chosen, chosen == list.getFirst() ? list.get(1) : list.getFirst());
        } else {
            int before = wanted.relative() ? chosen.path("weight").asInt(100) : 0;
            chosen.put("weight", Math.max(0, before + wanted.value()));
        }
    }

    private String names() {
        return String.join(
                ", ",
                list.stream().map(backend -> backend.path("name").asText()).toList());
    }

    /** Two services share 100; the weights of all others keep their proportion to them. */
    private void share(Backend wanted, ObjectNode chosen, ObjectNode other) {
        int own = chosen.path("weight").asInt(100);
        int both = own + weight(other);
        for (ObjectNode backend : list) {
            if (backend != chosen && backend != other && both > 0) {
                backend.put("weight", weight(backend) * 100 / both);
            }
        }
        double before = wanted.relative() && both > 0 ? 100.0 * own / both : 0;
        int share = (int) Math.round(Math.clamp(before + wanted.value(), 0, 100));
        chosen.put("weight", share);
        other.put("weight", 100 - share);
        int most = list.stream().mapToInt(Backends::weight).max().orElse(0);
        if (most > HIGHEST) {
            list.stream()
                    .filter(backend -> weight(backend) > 0)
                    .forEach(backend -> backend.put("weight", Math.max(1, 200 * weight(backend) / most)));
        }
    }

    /** Writes them back into the route. */
    void store() {
        ObjectNode spec = route.spec();
        if (list.isEmpty()) {
            spec.remove("to");
        } else {
            spec.set("to", list.getFirst());
        }
        if (list.size() > 1) {
            ArrayNode others = spec.putArray("alternateBackends");
            others.addAll(list.subList(1, list.size()));
        } else {
            spec.remove("alternateBackends");
        }
    }
}
