package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The admitted routes, by their hosts. */
record RouteTable(Map<String, List<Entry>> hosts) {

    /** One of them. */
    record Entry(Key key, String host, JsonNode spec, RouteOptions options) {
        String path() {
            return Json.at(spec, "path").replaceFirst("/+$", "");
        }

        String termination() {
            return Json.at(spec, "tls", "termination");
        }

        boolean isSecure() {
            return !termination().isEmpty();
        }

        /** What is done with requests that come without TLS, when the route has some. */
        String insecure() {
            return Json.at(spec, "tls", "insecureEdgeTerminationPolicy");
        }

        private boolean serves(String asked) {
            return path().isEmpty() || asked.equals(path()) || asked.startsWith(path() + "/");
        }
    }

    /** The longest path is asked first. */
    static RouteTable of(List<Entry> entries) {
        return new RouteTable(entries.stream()
                .sorted(Comparator.comparing(entry -> -entry.path().length()))
                .collect(Collectors.groupingBy(Entry::host)));
    }

    /** @param path without the query */
    Optional<Entry> find(String host, String path) {
        return at(host).stream().filter(entry -> entry.serves(path)).findFirst();
    }

    List<Entry> at(String host) {
        return hosts.getOrDefault(host.toLowerCase(Locale.ROOT), List.of());
    }
}
