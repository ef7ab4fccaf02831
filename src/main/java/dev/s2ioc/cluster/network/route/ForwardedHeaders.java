package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.network.route.RequestHead.Field;
import java.util.ArrayList;
import java.util.List;

/** What a service is told about where a request came from. */
record ForwardedHeaders(RequestHead head, String address, int port, boolean secure) {

    /** @param policy what is done with what earlier proxies have said */
    List<Field> add(List<Field> fields, String policy) {
        List<Field> place = List.of(
                new Field("X-Forwarded-Host", head.field("Host")),
                new Field("X-Forwarded-Port", String.valueOf(port)),
                new Field("X-Forwarded-Proto", protocol()));
        List<Field> origin = List.of(
                new Field("Forwarded", "for=" + address + ";host=" + head.field("Host") + ";proto=" + protocol()),
                new Field("X-Forwarded-For", address));
        List<Field> all = new ArrayList<>(fields);
        switch (policy) {
            case "never" -> {
                // Nothing is told.
            }
            case "if-none" -> {
                all.addAll(missing(place));
                all.addAll(missing(origin));
            }
            default -> {
                place.forEach(set -> all.removeIf(field -> field.is(set.name())));
                if (policy.equals("replace")) {
                    origin.forEach(set -> all.removeIf(field -> field.is(set.name())));
                }
                all.addAll(place);
                all.addAll(origin);
            }
        }
        return all;
    }

    private String protocol() {
        return secure ? "https" : "http";
    }

    private List<Field> missing(List<Field> fields) {
        return fields.stream()
                .filter(field -> head.field(field.name()).isEmpty())
                .toList();
    }
}
